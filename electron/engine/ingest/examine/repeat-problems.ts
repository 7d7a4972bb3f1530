import type { Database } from 'better-sqlite3';
import type { Problem } from '../../../../shared/contract/examine.ts';
import type { FileResult } from '../../../../shared/contract/ingest.ts';
import type { Duck } from '../stage/duckdb.ts';
import type { Loaded } from '../stage/load-file.ts';
import { type Staged, USABLE } from '../stage/stage.ts';

/** What a file has twice, and what the workspace has of it already. */
export function repeatProblems(db: Database, loaded: Loaded, repeats: number): Problem[] {
  const problems: Problem[] = [];
  const earlier = db
    .prepare<[string], { id: number; file: string }>('SELECT id, file FROM imports WHERE sha256 = ? ORDER BY id DESC')
    .get(loaded.sha256);
  if (earlier) {
    const facts = { import: earlier.id, file: earlier.file };
    problems.push({
      code: 'known-file',
      severity: 'warning',
      count: loaded.staged.rows,
      facts,
      examples: [],
      remedies: [],
    });
  }
  if (repeats > 0) {
    const { repeats: now } = loaded;
    const other = now === 'drop' ? 'keep' : 'drop';
    const remedies = [{ file: { repeats: other } } as const];
    problems.push({ code: 'repeats', severity: 'note', count: repeats, facts: { now }, examples: [], remedies });
  }
  return problems;
}

/** Events that the workspace has already, by what a trial of the import counted, beyond the file's own repeats. */
export function knownEvents(result: FileResult, repeats: number): Problem[] {
  const known = result.duplicates - (result.repeats === 'drop' ? repeats : 0);
  if (known <= 0) return [];
  return [{ code: 'known-events', severity: 'note', count: known, facts: {}, examples: [], remedies: [] }];
}

/** Rows that repeat another in every field. */
export async function countRepeats(duck: Duck, { table, fields, timeKind }: Staged): Promise<number> {
  if (timeKind === 'none' || timeKind === 'order') return 0;
  const columns = [...fields].filter((field) => field !== 'time').map((field) => `"${field}"`);
  return duck.number(
    `SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM ${table} WHERE ${USABLE} GROUP BY ${[...columns, 'ms']})`,
  );
}
