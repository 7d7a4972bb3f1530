import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Database } from 'better-sqlite3';
import { writeExport } from '../files/export-file.ts';
import { nameOf } from '../store/names/name-lookup.ts';
import { userNames } from '../store/names/user-facts.ts';
import { modelFolder } from '../store/workspace.ts';

interface Ranks {
  readonly run: string;
  /** User and item of each test case, as ids of the store; users ascend. */
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly ranks: Readonly<Record<string, Float64Array>>;
  /** Settings of the evaluation, for the manifest. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * Writes one CSV row per test case (user, target item, its rank by each ranker, empty if the item is not in the
 * vocabulary) with a manifest beside it. Returns the file's path within the workspace.
 */
export function writeRanks(
  workspace: { readonly path: string; readonly db: Database },
  { run, users, items, ranks, facts }: Ranks,
): string {
  const folder = join(modelFolder(workspace.path, run), 'evaluation');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'ranks.csv');
  const uniqueUsers = Int32Array.from(new Set(users));
  const names = userNames(workspace.db, uniqueUsers);
  const nameOfUser = new Map(Array.from(uniqueUsers, (user, i) => [user, names[i] ?? '']));
  const rankers = Object.values(ranks);
  const rows = Array.from(users, (user, i) => [
    nameOfUser.get(user) ?? '',
    nameOf(workspace.db, 'items', items[i]!),
    ...rankers.map((of) => (Number.isFinite(of[i]!) ? of[i]! : null)),
  ]);
  const header = ['user', 'item', ...Object.keys(ranks)];
  writeExport(file, { header, rows, facts: { what: 'ranks', run, ...facts } });
  return relative(workspace.path, file).replaceAll('\\', '/');
}
