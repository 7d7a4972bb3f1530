import type { SkippedTable } from '../../../../shared/contract/ingest.ts';
import { CANCELLED, errorShape, PortraitError } from '../../../../shared/errors.ts';
import type { OpenedTable } from '../open/opened-table.ts';

/**
 * Returns a skipped table with its error if it cannot be imported but need not be: a sheet of notes in a workbook, a
 * list of countries in an archive. Null if it was requested by name, is the only table of its file, or the error is a
 * cancellation or a full disk.
 */
export function asSkippedTable(opened: OpenedTable, error: unknown): SkippedTable | null {
  const { request, source } = opened;
  if (!(error instanceof PortraitError) || error.code === CANCELLED || error.code === 'DISK_FULL') return null;
  if (source.inner === null || request.inner !== undefined) return null;
  return { file: request.file, inner: source.inner, error: errorShape(error) };
}
