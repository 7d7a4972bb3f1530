import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Database } from 'better-sqlite3';
import { writeExport } from '../files/export-file.ts';
import { nameOf } from '../store/names/name-lookup.ts';
import { userNames } from '../store/names/user-facts.ts';
import { modelFolder } from '../store/workspace.ts';

interface Ranks {
  readonly run: string;
  /** User and item of each question, by the tables' ids; users ascend. */
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly ranks: Readonly<Record<string, Float64Array>>;
  /** What the evaluation was asked, for the manifest. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * Writes a row a question (user, the item that was asked for, its rank by each ranker; empty where the item was unknown to the
 * training) as CSV with a manifest beside it, and gives the file's path within the workspace.
 */
export function writeRanks(
  workspace: { readonly path: string; readonly db: Database },
  { run, users, items, ranks, facts }: Ranks,
): string {
  const folder = join(modelFolder(workspace.path, run), 'evaluation');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'ranks.csv');
  const asked = Int32Array.from(new Set(users));
  const names = userNames(workspace.db, asked);
  const nameOfUser = new Map(Array.from(asked, (user, i) => [user, names[i] ?? '']));
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
