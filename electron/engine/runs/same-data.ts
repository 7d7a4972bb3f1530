import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { PortraitError } from '../../../shared/errors.ts';
import type { Vocabulary } from '../sequence/vocabulary.ts';
import { type NamedTable, nameOf } from '../store/names/name-lookup.ts';

const TABLES = { action: 'actions', item: 'items', category: 'categories', brand: 'brands' } as const satisfies Record<
  string,
  NamedTable
>;
const FIELDS = ['action', 'item', 'category', 'brand'] as const;
/** Number of names per field; enough to tell one shop from another. */
const MAX_NAMES = 50;

/** Names of the most frequent values of each field that has names, in the vocabulary's order. */
export const FrequentNames = z.partialRecord(z.enum(FIELDS), z.array(z.string()));
export type FrequentNames = z.infer<typeof FrequentNames>;

/**
 * Returns the names that later identify the data a run was trained on: a vocabulary holds the store's ids, not names.
 */
export function frequentNames(db: Database, vocabulary: Vocabulary): FrequentNames {
  const names = (field: (typeof FIELDS)[number]) =>
    vocabulary.fields[field].values.slice(0, MAX_NAMES).map((id) => nameOf(db, TABLES[field], id));
  return Object.fromEntries(FIELDS.map((field) => [field, names(field)]));
}

/**
 * Throws RUN_OF_OTHER_DATA if the ids of a run's vocabulary have other names in this workspace. Deleted names are
 * ignored unless all are deleted, and additional data does not matter.
 */
export function refuseOtherData(
  db: Database,
  run: { readonly id: string; readonly vocabulary: Vocabulary; readonly names?: FrequentNames },
): void {
  let same = 0;
  let other = 0;
  for (const field of FIELDS) {
    run.names?.[field]?.forEach((name, place) => {
      const currentName = nameOf(db, TABLES[field], run.vocabulary.fields[field].values[place]!);
      if (currentName === name) same++;
      else if (currentName !== '') other++;
    });
  }
  if (run.names === undefined || (same > 0 && other === 0)) return;
  throw new PortraitError({
    code: 'RUN_OF_OTHER_DATA',
    message: `${run.id} was trained on other data and cannot be used in this workspace.`,
    hint: 'Open the workspace in which it was trained, or train a model here.',
    details: { run: run.id },
  });
}
