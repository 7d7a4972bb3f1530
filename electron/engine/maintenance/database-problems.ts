import { danglingRows, removeDanglingRows } from '../store/check/dangling-rows.ts';
import { databaseFaults } from '../store/check/database-faults.ts';
import { segmentsWithoutMap } from '../store/check/segments-without-map.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Problem } from './problem.ts';

/** Returns the problems that make the database unusable. */
export function databaseProblems(path: string): Problem[] {
  return databaseFaults(path).map((fault) => ({ fault, severity: 'error', repair: null }));
}

/** Returns the dangling references within a usable database. */
export function referenceProblems(db: Workspace['db']): Problem[] {
  const rows = danglingRows(db).map(
    (dangling): Problem => ({
      fault: { code: 'dangling-rows', params: dangling },
      severity: 'error',
      repair: () => removeDanglingRows(db, dangling),
      removesRows: true,
    }),
  );
  const segments = segmentsWithoutMap(db).map(
    (params): Problem => ({ fault: { code: 'segment-without-map', params }, severity: 'warning', repair: null }),
  );
  return [...rows, ...segments];
}
