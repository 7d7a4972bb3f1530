import type { ImportFile, Preview } from '../../../../shared/contract/ingest.ts';

/**
 * The fields without which a file cannot be imported. Of an archive or a workbook that is taken whole, the table that is
 * shown may lack them: it is passed over where the others do without it, and the doctor tells.
 */
export function stillNeeded({ inner }: ImportFile, { tables, missing }: Preview): readonly string[] {
  return inner === undefined && tables.length > 1 ? [] : missing;
}
