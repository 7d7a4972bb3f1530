import { useQueries } from '@tanstack/react-query';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { callQuery } from '../../../engine/use-call.ts';
import { missingFields } from './missing-fields.ts';
import { previewInput } from './preview-input.ts';

/** Returns whether every file can be imported as it is mapped, and the total size in bytes. */
export function useReady(files: readonly ImportFile[]): { ready: boolean; bytes: number } {
  const previews = useQueries({ queries: files.map((file) => callQuery('ingest.preview', previewInput(file))) });
  const isMapped = files.every((file, i) => {
    const { data, isError } = previews[i]!;
    return !isError && data !== undefined && missingFields(file, data).length === 0;
  });
  return {
    ready: files.length > 0 && isMapped,
    bytes: previews.reduce((sum, { data }) => sum + (data?.bytes ?? 0), 0),
  };
}
