import type { ImportFile } from '../../../../shared/contract/ingest.ts';
import { nearestNames } from '../../../../shared/domain/nearest-names.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { PrivateColumn } from './private-columns.ts';

interface File {
  readonly opened: { readonly request: Pick<ImportFile, 'privacy'> };
  readonly inspection: { readonly columns: readonly string[] };
  readonly privacy: { readonly columns: readonly PrivateColumn[] };
}

/**
 * Throws PRIVACY_UNKNOWN_COLUMN where a choice names a column that none of the files has: it would protect nothing. One of
 * several files may well lack it.
 */
export function requireAskedColumns(files: readonly File[]): void {
  const there = new Set(files.flatMap(({ privacy }) => privacy.columns.map(({ column }) => column.toLowerCase())));
  const asked = files.flatMap(({ opened: { request } }) => Object.keys(request.privacy ?? {}));
  const unknown = asked.find((name) => !there.has(name.toLowerCase()));
  if (unknown === undefined) return;
  const columns = [...new Set(files.flatMap(({ inspection }) => inspection.columns))];
  const near = nearestNames(unknown, columns, 1).map((one) => `Did you mean “${one}”? `);
  throw new PortraitError({
    code: 'PRIVACY_UNKNOWN_COLUMN',
    message: `No file has a column “${unknown}”, for which a choice of privacy was made.`,
    hint: `${near.join('')}There are ${columns.slice(0, 30).join(', ')}.`,
    details: { column: unknown, columns },
  });
}
