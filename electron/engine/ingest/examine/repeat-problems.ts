import type { Database } from 'better-sqlite3';
import type { Problem } from '../../../../shared/contract/examine.ts';
import type { FileResult } from '../../../../shared/contract/ingest.ts';
import { importOfContent } from '../../store/imports/imports.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { OTHER_COLUMNS } from '../stage/row-hash.ts';
import { type Staged, USABLE } from '../stage/stage.ts';

/** Problems of duplicate data: a file that was already imported, and rows repeated within the file. */
export function repeatProblems(db: Database, loaded: LoadedFile, repeats: number): Problem[] {
  const problems: Problem[] = [];
  const earlierImport = importOfContent(db, loaded.sha256);
  if (earlierImport) {
    const facts = { import: earlierImport.id, file: earlierImport.file };
    problems.push({
      code: 'known-file',
      severity: 'warning',
      count: loaded.staged.rows,
      facts,
      examples: [],
      remedies: [],
    });
  }
  return [...problems, ...repeatChoice(loaded, repeats)];
}

/** Returns the problem of duplicate rows; dropping or keeping them is a choice unless the request specifies it. */
export function repeatChoice({ repeats: now, opened, inspection }: LoadedFile, repeats: number): Problem[] {
  if (repeats === 0) return [];
  const isGiven = opened.request.repeats !== undefined || inspection.rules?.repeats !== undefined;
  const remedies = [{ file: { repeats: now === 'drop' ? 'keep' : 'drop' } } as const];
  const problem: Problem = {
    code: 'repeats',
    severity: 'note',
    count: repeats,
    facts: { now },
    examples: [],
    remedies,
  };
  return [isGiven ? problem : { ...problem, choice: 'counts' }];
}

/**
 * The problem of events that are already in the workspace: the duplicates counted by the trial import beyond the file's
 * own repeats.
 */
export function knownEventProblems(result: FileResult, repeats: number): Problem[] {
  const knownCount = result.duplicates - (result.repeats === 'drop' ? repeats : 0);
  if (knownCount <= 0) return [];
  return [{ code: 'known-events', severity: 'note', count: knownCount, facts: {}, examples: [], remedies: [] }];
}

/**
 * Counts the rows that repeat another row in all columns; for events with an id, in all fields. Only rows with equal
 * hashes are compared.
 */
export async function countRepeats(
  duck: DuckDb,
  { table, fields, hasOtherColumns, timeKind }: Staged,
): Promise<number> {
  if (timeKind === 'none' || timeKind === 'order') return 0;
  const columns = [...fields].filter((field) => field !== 'time').map((field) => `"${field}"`);
  columns.push('ms', ...(hasOtherColumns ? [OTHER_COLUMNS] : []));
  const rows = `SELECT ${columns}, hash(${columns}) AS h FROM ${table} WHERE ${USABLE}`;
  const several = `SELECT h FROM (${rows}) GROUP BY h HAVING count(*) > 1`;
  return duck.number(
    `SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM (${rows}) WHERE h IN (${several}) GROUP BY ${columns})`,
  );
}
