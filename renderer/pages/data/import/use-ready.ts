import { useQueries } from '@tanstack/react-query';
import type { ImportFile } from '../../../../shared/contract/ingest.ts';
import { callQuery } from '../../../engine/use-call.ts';
import { previewInput } from './preview-input.ts';

/** Whether every file can be imported as it is mapped now. */
export function useReady(files: readonly ImportFile[]): boolean {
  const previews = useQueries({ queries: files.map((file) => callQuery('ingest.preview', previewInput(file))) });
  return files.length > 0 && previews.every(({ data, isError }) => !isError && data?.missing.length === 0);
}
