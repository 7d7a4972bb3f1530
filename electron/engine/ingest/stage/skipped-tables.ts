import type { PassedOver } from '../../../../shared/contract/ingest.ts';
import { CANCELLED, PortraitError } from '../../../../shared/errors.ts';
import type { Opened } from '../open/opened-table.ts';

/**
 * What is said of a table that cannot be imported but need not be: a sheet of notes in a workbook, a list of countries in an
 * archive. Null where it was asked for by name, or is all that its file holds.
 */
export function passedOver(opened: Opened, error: unknown): PassedOver | null {
  const { request, source } = opened;
  if (!(error instanceof PortraitError) || error.code === CANCELLED || error.code === 'DISK_FULL') return null;
  if (source.inner === null || request.inner !== undefined) return null;
  const { code, message, hint } = error;
  return { file: request.file, inner: source.inner, error: { code, message, hint } };
}
