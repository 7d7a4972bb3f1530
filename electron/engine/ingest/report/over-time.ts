import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { TimeZone } from '../../../../shared/domain/time/time-zone.ts';
import type { ActionUnit } from '../../store/events/import-units.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { SortedEvents } from '../write/sorted-events.ts';
import { type BucketGrid, bucketGrid } from './bucket-grid.ts';
import type { RepeatedEvents } from './event-tally.ts';
import { findGaps } from './gaps.ts';

const MAX_ACTIONS = 8;

type Time = NonNullable<QualityReport['time']>;

/**
 * Describes the distribution of a table's events over time: the number of each action per hour, day, week, month or
 * year of the zone, and the gaps.
 */
export async function overTime(duck: DuckDb, { table }: SortedEvents, zone: TimeZone): Promise<Time | null> {
  const [extent] = await duck.numberRows(`SELECT min("time"), max("time") FROM ${table} HAVING count(*) > 0`);
  if (!extent) return null;
  const [first = 0, last = 0] = extent;
  const grid = bucketGrid(first, last, zone);
  const counts = `SELECT "action", ${grid.unitSql('"time"')} AS unit, count(*) AS events FROM ${table} GROUP BY ALL`;
  const rows = await duck.rows(
    `SELECT actions.name AS action, unit, events FROM (${counts}) counts JOIN actions ON actions.id = counts."action"`,
  );
  const units = rows.map(({ action, unit, events }) => ({
    action: String(action),
    unit: Number(unit),
    events: Number(events),
  }));
  return countBuckets(first, last, zone, grid, units);
}

/** Sums events into the buckets of a grid. */
export function countBuckets(
  first: number,
  last: number,
  zone: TimeZone,
  { bucket, starts, indexOf }: BucketGrid,
  units: readonly ActionUnit[],
): Time {
  const byAction = new Map<string, number[]>();
  const totals = starts.map(() => 0);
  for (const { action, unit, events } of units) {
    const counts = byAction.get(action) ?? starts.map(() => 0);
    byAction.set(action, counts);
    const index = indexOf(unit);
    counts[index]! += events;
    totals[index]! += events;
  }
  const gaps = findGaps(starts, totals, last);
  return { first, last, zone: zone.name, bucket, starts, actions: mostFrequent(byAction), gaps };
}

/**
 * Returns the events over time without duplicates. `actionNames` has the names of actions by id. One copy of each event
 * remains, so the time range and the gaps do not change.
 */
export function withoutRepeats(
  time: QualityReport['time'],
  repeats: readonly RepeatedEvents[],
  actionNames: ReadonlyMap<number, string>,
): QualityReport['time'] {
  if (!time || repeats.length === 0) return time;
  const counts = new Map(time.actions.map(({ action, counts: perBucket }) => [action, [...perBucket]]));
  for (const { action, time: start, events } of repeats) {
    const perBucket = counts.get(actionNames.get(action) ?? '') ?? counts.get('');
    const bucket = Math.max(
      0,
      time.starts.findLastIndex((bucketStart) => bucketStart <= start),
    );
    if (perBucket) perBucket[bucket]! -= events;
  }
  const actions = time.actions.map(({ action }) => {
    const perBucket = counts.get(action) ?? [];
    return { action, events: perBucket.reduce((sum, n) => sum + n, 0), counts: perBucket };
  });
  return { ...time, actions };
}

/**
 * Actions in descending order of frequency; if there are more than eight, the remaining ones are combined under an
 * empty name.
 */
function mostFrequent(byAction: ReadonlyMap<string, number[]>) {
  const sum = (counts: readonly number[]) => counts.reduce((total, n) => total + n, 0);
  const actions = [...byAction]
    .map(([action, counts]) => ({ action, events: sum(counts), counts }))
    .sort((a, b) => b.events - a.events || a.action.localeCompare(b.action));
  if (actions.length <= MAX_ACTIONS) return actions;
  const otherActions = actions.slice(MAX_ACTIONS - 1);
  const counts = otherActions[0]!.counts.map((_, i) => sum(otherActions.map((action) => action.counts[i]!)));
  return [...actions.slice(0, MAX_ACTIONS - 1), { action: '', events: sum(counts), counts }];
}
