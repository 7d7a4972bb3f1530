import type { Examination } from '../../../../shared/contract/examine.ts';
import type { ImportSteps } from '../../../../shared/contract/import-steps.ts';
import { proposedThreshold } from '../../../../shared/domain/near-repeats.ts';

/** Suggested parameters of each cleaning step and the number of rows it would affect, over all examined files. */
export interface Suggestions {
  /** The proposed threshold, and the rows of each threshold that was tried. */
  nearRepeats: { seconds: number; thresholds: readonly { seconds: number; rows: number }[] } | null;
  bots: { perMinute: number | null; perDay: number | null; rows: number } | null;
  times: { early: string; late: string; rows: number } | null;
  prices: { high: number | null; rows: number } | null;
  /** Number of users and items with fewer than `fewerThan` events. */
  rareUsers: { fewerThan: number; count: number } | null;
  rareItems: { fewerThan: number; count: number } | null;
  sessions: { idleMinutes: number; sessions: number }[];
  /** Whether a session timeout has no effect, because the files have session IDs or no clock times. */
  sessionsFixed: boolean;
}

export function suggestionsOf(examination: Examination | null): Suggestions {
  const steps = examination?.files.flatMap((file) => file.steps ?? []) ?? [];
  return {
    nearRepeats: nearRepeats(steps),
    bots: bots(steps),
    times: times(steps),
    prices: prices(steps),
    rareUsers: rare(steps.map(({ rareUsers }) => rareUsers)),
    rareItems: rare(steps.map(({ rareItems }) => rareItems)),
    sessions: sessions(steps),
    sessionsFixed: steps.length > 0 && steps.every((step) => step.sessions === null),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Sums the rows of all lists by threshold; returns [threshold, rows] pairs, ascending by threshold. */
function totalsByThreshold<T extends { rows: number }>(
  lists: readonly (readonly T[] | null)[],
  thresholdOf: (entry: T) => number,
): [number, number][] {
  const totals = new Map<number, number>();
  for (const entry of lists.flatMap((list) => list ?? []))
    totals.set(thresholdOf(entry), (totals.get(thresholdOf(entry)) ?? 0) + entry.rows);
  return [...totals].sort(([a], [b]) => a - b);
}

function nearRepeats(steps: readonly ImportSteps[]): Suggestions['nearRepeats'] {
  const totals = totalsByThreshold(
    steps.map((step) => step.nearRepeats),
    ({ seconds }) => seconds,
  );
  const thresholds = totals.map(([seconds, rows]) => ({ seconds, rows }));
  const proposed = proposedThreshold(thresholds) ?? thresholds[0];
  return proposed ? { seconds: proposed.seconds, thresholds } : null;
}

function bots(steps: readonly ImportSteps[]): Suggestions['bots'] {
  const perFile = steps.flatMap((step) => step.bots ?? []);
  if (perFile.length === 0) return null;
  const minutes = perFile.flatMap(({ perMinute }) => perMinute ?? []);
  const days = perFile.flatMap(({ perDay }) => perDay ?? []);
  const minEvents = (values: readonly { events: number }[]) =>
    values.length === 0 ? null : Math.min(...values.map(({ events }) => events));
  const rows = (values: readonly { rows: number }[]) => sum(values.map((entry) => entry.rows));
  return { perMinute: minEvents(minutes), perDay: minEvents(days), rows: Math.max(rows(minutes), rows(days)) };
}

function times(steps: readonly ImportSteps[]): Suggestions['times'] {
  const perFile = steps.flatMap((step) => step.times ?? []);
  const [first] = perFile;
  if (!first) return null;
  const rows = sum(perFile.map(({ early, late }) => early.rows + late.rows));
  return { early: first.early.before, late: first.late.after, rows };
}

function prices(steps: readonly ImportSteps[]): Suggestions['prices'] {
  const perFile = steps.flatMap((step) => step.prices ?? []);
  if (perFile.length === 0) return null;
  const high = perFile.flatMap((entry) => entry.high ?? []);
  return {
    high: high.length === 0 ? null : Math.max(...high.map(({ above }) => above)),
    rows: sum(perFile.map(({ notPositive }) => notPositive.rows)) + sum(high.map((entry) => entry.rows)),
  };
}

function rare(lists: readonly ImportSteps['rareUsers'][]): Suggestions['rareUsers'] {
  const groups = lists.map((list) => list?.map(({ fewerThan, count }) => ({ fewerThan, rows: count })) ?? null);
  const [first] = totalsByThreshold(groups, ({ fewerThan }) => fewerThan);
  return first ? { fewerThan: first[0], count: first[1] } : null;
}

function sessions(steps: readonly ImportSteps[]): Suggestions['sessions'] {
  const totals = totalsByThreshold(
    steps.map((step) => step.sessions?.map(({ idleMinutes, sessions: rows }) => ({ idleMinutes, rows })) ?? null),
    ({ idleMinutes }) => idleMinutes,
  );
  return totals.map(([idleMinutes, count]) => ({ idleMinutes, sessions: count }));
}
