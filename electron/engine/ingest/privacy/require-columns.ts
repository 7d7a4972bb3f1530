import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { nearestNames } from '../../../../shared/domain/nearest-names.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { PrivateColumn } from './private-columns.ts';

interface File {
  readonly opened: { readonly request: Pick<ImportFile, 'privacy'> };
  readonly inspection: { readonly columns: readonly string[] };
  readonly privacy: { readonly columns: readonly PrivateColumn[] };
}

/**
 * Throws PRIVACY_UNKNOWN_COLUMN if a choice names a column that no file has, as it would protect nothing. Not every
 * file needs to have the column.
 */
export function requireChosenColumns(files: readonly File[]): void {
  const existing = new Set(files.flatMap(({ privacy }) => privacy.columns.map(({ column }) => column.toLowerCase())));
  const chosen = files.flatMap(({ opened: { request } }) => Object.keys(request.privacy ?? {}));
  const unknown = chosen.find((name) => !existing.has(name.toLowerCase()));
  if (unknown === undefined) return;
  const columns = [...new Set(files.flatMap(({ inspection }) => inspection.columns))];
  const nearest = nearestNames(unknown, columns, 1);
  const suggestion = nearest.map((name) => `Did you mean “${name}”? `);
  throw new PortraitError({
    code: 'PRIVACY_UNKNOWN_COLUMN',
    message: `No file has the column “${unknown}” named in the privacy settings.`,
    hint: `${suggestion.join('')}Available columns: ${columns.slice(0, 30).join(', ')}.`,
    details: { column: unknown, nearest, columns },
  });
}
