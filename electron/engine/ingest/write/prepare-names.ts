import type { Database } from 'better-sqlite3';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { addItemNames, addItems } from './add-items.ts';
import { awaitBoth } from './await-both.ts';
import { addEventNames, assignNameIds, storeNames } from './dictionaries.ts';
import { type SortedEvents, sortEvents } from './sorted-events.ts';

/**
 * Stores a file's new names and the properties of its items. Must be called before the import is recorded, since only
 * the fields of earlier imports protect the properties of items. Returns the file's events, sorted while the names of
 * users are stored; null if it has none, or a key by which some are dropped first.
 */
export async function prepareNames(
  duck: DuckDb,
  db: Database,
  { opened, inspection: { kind }, staged }: LoadedFile,
): Promise<SortedEvents | null> {
  const isEvents = kind === 'events';
  const lastItem = await addItemNames(duck, db, staged);
  const hasUsers = staged.fields.has('user') && kind !== 'identities';
  const lastUser = hasUsers ? await assignNameIds(duck, db, 'users', staged.table, 'user') : null;
  if (isEvents) await addEventNames(duck, db, staged);
  const [sorted] = await awaitBoth(
    isEvents && !opened.request.key ? sortEvents(duck, staged) : null,
    duck.onSecondConnection(async (other) => lastUser !== null && storeNames(other, db, 'users', lastUser)),
  );
  await addItems(duck, db, staged, kind, lastItem, sorted);
  return sorted;
}
