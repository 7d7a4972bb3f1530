import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { Duck } from '../duck.ts';
import type { SortedEvents } from '../sorted-events.ts';
import { type Staged, USABLE } from '../stage.ts';
import { longTail } from './long-tail.ts';
import { overTime } from './over-time.ts';
import { sessionCounts } from './session-counts.ts';
import { readSpread } from './spread.ts';

/**
 * Describes the quality of a staged table's rows that are taken: how complete they are, how they lie in time, and how they
 * are spread over users, sessions and items. `sorted` are its events, null where it holds none; `idleMs` ends a session where the
 * table names none. Reads only.
 */
export async function qualityReport(
  duck: Duck,
  staged: Staged,
  sorted: SortedEvents | null,
  idleMs: number,
): Promise<QualityReport> {
  const { table, fields, timeKind } = staged;
  const isTimed = timeKind === 'clock' || timeKind === 'date';
  const perSession = sorted && (await sessionCounts(duck, sorted, timeKind, idleMs));
  return {
    ...(await completeness(duck, staged, sorted)),
    time: isTimed ? await overTime(duck, table) : null,
    eventsPerUser: sorted && (await readSpread(duck, countsOf(sorted, 'user'))),
    eventsPerSession: perSession?.eventsPerSession ?? null,
    sessionsPerUser: perSession?.sessionsPerUser ?? null,
    items: sorted && fields.has('item') ? await longTail(duck, countsOf(sorted, 'item')) : null,
  };
}

/** SQL of how many rows each value of a column has, in a column `n`. */
const countsOf = ({ table }: SortedEvents, column: string) =>
  `SELECT count(*) AS n FROM ${table} WHERE "${column}" IS NOT NULL GROUP BY "${column}"`;

/** Counted where it costs least: ids and numbers in the sorted table, what else there is in the staged one. */
async function completeness(duck: Duck, { table, fields }: Staged, sorted: SortedEvents | null) {
  const said = [...fields].filter((field) => field !== 'time');
  const count = async (from: string, counted: readonly Field[]) => {
    const [row] = await duck.numberRows(
      `SELECT count(*), ${['1', ...counted.map((field) => `count("${field}")`)]} FROM ${from}`,
    );
    const [rows = 0, , ...filled] = row ?? [];
    return { rows, filled: new Map(counted.map((field, i) => [field, filled[i] ?? 0])) };
  };
  const isSorted = (field: Field) => sorted?.fields.some((one) => one === field) === true;
  const here = await count(
    `${table} WHERE ${USABLE}`,
    said.filter((field) => !isSorted(field)),
  );
  const there = sorted && (await count(sorted.table, said.filter(isSorted)));
  const filled = (field: Field) => there?.filled.get(field) ?? here.filled.get(field) ?? 0;
  return { rows: here.rows, completeness: said.map((field) => ({ field, filled: filled(field) })) };
}
