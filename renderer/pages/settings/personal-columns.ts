import type { PrivacyResult } from '../../../shared/contract/import-effect.ts';
import type { ImportRecord } from '../../../shared/contract/import-records.ts';

/** A column of an imported file that looks personal, and how it was stored. */
export interface PersonalColumn extends PrivacyResult {
  import: number;
  file: string;
}

/** Returns the columns of all imports that look personal, in the order of the imports. */
export function personalColumns(
  imports: readonly Pick<ImportRecord, 'import' | 'file' | 'privacy'>[],
): PersonalColumn[] {
  return imports.flatMap(({ import: id, file, privacy }) => privacy.map((result) => ({ ...result, import: id, file })));
}
