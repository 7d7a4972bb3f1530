import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Preview } from '../../../../shared/contract/import-preview.ts';

/**
 * Returns the required fields that are not mapped. None for an archive or workbook imported as a whole: its previewed
 * table may lack fields, since the import skips incomplete tables if others are complete, and the doctor reports them.
 */
export function missingFields({ inner }: ImportFile, { tables, missing }: Preview): readonly string[] {
  return inner === undefined && tables.length > 1 ? [] : missing;
}
