import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { Duck } from '../stage/duckdb.ts';
import { USABLE } from '../stage/stage.ts';
import { type Bucket, bucketFor, startsOf } from './buckets.ts';
import { findGaps } from './gaps.ts';

const ACTIONS = 8;

/** How a table's events lie in time: how many of each action in each hour, day, week or month (of UTC), and where there are none. */
export async function overTime(duck: Duck, table: string): Promise<QualityReport['time']> {
  const [extent] = await duck.numberRows(`SELECT min(ms), max(ms) FROM ${table} WHERE ${USABLE} HAVING count(*) > 0`);
  if (!extent) return null;
  const [first = 0, last = 0] = extent;
  const bucket = bucketFor(first, last);
  const starts = startsOf(first, last, bucket);
  const places = new Map(starts.map((start, i) => [start, i]));
  const found = await duck.rows(
    `SELECT action, ${startSql(bucket)} AS start, count(*) AS events FROM ${table} WHERE ${USABLE} GROUP BY ALL`,
  );
  const byAction = new Map<string, number[]>();
  const all = starts.map(() => 0);
  for (const { action, start, events } of found) {
    const name = String(action);
    const counts = byAction.get(name) ?? starts.map(() => 0);
    byAction.set(name, counts);
    const place = places.get(Number(start)) ?? 0;
    counts[place]! += Number(events);
    all[place]! += Number(events);
  }
  return { first, last, bucket, starts, actions: mostFrequent(byAction), gaps: findGaps(starts, all, last) };
}

/** The start of a row's bucket, in milliseconds. */
function startSql(bucket: Bucket): string {
  return `epoch_ms(date_trunc('${bucket}', make_timestamp(ms * 1000)))`;
}

/** The most frequent actions first; beyond eight they are one, without a name. */
function mostFrequent(byAction: ReadonlyMap<string, number[]>) {
  const sum = (counts: readonly number[]) => counts.reduce((total, n) => total + n, 0);
  const actions = [...byAction]
    .map(([action, counts]) => ({ action, events: sum(counts), counts }))
    .sort((a, b) => b.events - a.events || a.action.localeCompare(b.action));
  if (actions.length <= ACTIONS) return actions;
  const rest = actions.slice(ACTIONS - 1);
  const counts = rest[0]!.counts.map((_, i) => sum(rest.map((one) => one.counts[i]!)));
  return [...actions.slice(0, ACTIONS - 1), { action: '', events: sum(counts), counts }];
}
