import type { QualityReport } from '../../../../shared/contract/import-report.ts';
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
    ...(await completeness(duck, staged)),
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

async function completeness(duck: Duck, { table, fields }: Staged) {
  const said = [...fields].filter((field) => field !== 'time');
  const counts = said.map((field) => `count("${field}")`);
  const [row] = await duck.numberRows(`SELECT count(*), ${['1', ...counts]} FROM ${table} WHERE ${USABLE}`);
  const [rows = 0, , ...filled] = row ?? [];
  return { rows, completeness: said.map((field, i) => ({ field, filled: filled[i] ?? 0 })) };
}
