import type { StepName } from '../../../../shared/domain/cleaning.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { USABLE } from '../stage/stage.ts';

/** Marks the usable rows of a staged table that meet a condition as dropped; returns their number. */
export function leaveOut(duck: DuckDb, table: string, step: StepName, condition: string): Promise<number> {
  return duck.number(`UPDATE ${table} SET dropped = '${step}' WHERE ${USABLE} AND coalesce(${condition}, false)`);
}
