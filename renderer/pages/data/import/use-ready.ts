import { useQueries } from '@tanstack/react-query';
import type { ImportFile } from '../../../../shared/contract/ingest.ts';
import { callQuery } from '../../../engine/use-call.ts';
import { previewInput } from './preview-input.ts';

/** Whether every file can be imported as it is mapped now, and how large they are together. */
export function useReady(files: readonly ImportFile[]): { ready: boolean; bytes: number } {
  const previews = useQueries({ queries: files.map((file) => callQuery('ingest.preview', previewInput(file))) });
  return {
    ready: files.length > 0 && previews.every(({ data, isError }) => !isError && data?.missing.length === 0),
    bytes: previews.reduce((sum, { data }) => sum + (data?.bytes ?? 0), 0),
  };
}
