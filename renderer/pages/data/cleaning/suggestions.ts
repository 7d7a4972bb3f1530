import type { Examination } from '../../../../shared/contract/examine.ts';
import type { ImportSteps } from '../../../../shared/contract/import-steps.ts';

/** What the doctor found for each step, over all files, at numbers that fit them. */
export interface Suggestions {
  nearRepeats: { seconds: number; rows: number } | null;
  bots: { perMinute: number | null; perDay: number | null; rows: number } | null;
  times: { early: string; late: string; rows: number } | null;
  prices: { high: number | null; rows: number } | null;
  /** Users and items with fewer events than this, and the rows that they have. */
  rareUsers: { fewerThan: number; rows: number } | null;
  rareItems: { fewerThan: number; rows: number } | null;
  sessions: { idleMinutes: number; sessions: number }[];
  /** Whether an idle time would change nothing: the files name their sessions, or have no clock. */
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

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Lists of what each file has at the same thresholds, added up by threshold. */
function added<T extends { rows: number }>(
  lists: readonly (readonly T[] | null)[],
  by: (one: T) => number,
): [number, number][] {
  const totals = new Map<number, number>();
  for (const one of lists.flatMap((list) => list ?? [])) totals.set(by(one), (totals.get(by(one)) ?? 0) + one.rows);
  return [...totals].sort(([a], [b]) => a - b);
}

function nearRepeats(steps: readonly ImportSteps[]): Suggestions['nearRepeats'] {
  const all = added(
    steps.map((step) => step.nearRepeats),
    ({ seconds }) => seconds,
  );
  const [seconds, rows] = all.find(([at]) => at === 3) ?? all[0] ?? [];
  return seconds === undefined || rows === undefined ? null : { seconds, rows };
}

function bots(steps: readonly ImportSteps[]): Suggestions['bots'] {
  const found = steps.flatMap((step) => step.bots ?? []);
  if (found.length === 0) return null;
  const minutes = found.flatMap(({ perMinute }) => perMinute ?? []);
  const days = found.flatMap(({ perDay }) => perDay ?? []);
  const least = (values: readonly { events: number }[]) =>
    values.length === 0 ? null : Math.min(...values.map(({ events }) => events));
  const rows = (values: readonly { rows: number }[]) => sum(values.map((one) => one.rows));
  return { perMinute: least(minutes), perDay: least(days), rows: Math.max(rows(minutes), rows(days)) };
}

function times(steps: readonly ImportSteps[]): Suggestions['times'] {
  const found = steps.flatMap((step) => step.times ?? []);
  const [first] = found;
  if (!first) return null;
  const rows = sum(found.map(({ early, late }) => early.rows + late.rows));
  return { early: first.early.before, late: first.late.after, rows };
}

function prices(steps: readonly ImportSteps[]): Suggestions['prices'] {
  const found = steps.flatMap((step) => step.prices ?? []);
  if (found.length === 0) return null;
  const high = found.flatMap((one) => one.high ?? []);
  return {
    high: high.length === 0 ? null : Math.max(...high.map(({ above }) => above)),
    rows: sum(found.map(({ notPositive }) => notPositive.rows)) + sum(high.map((one) => one.rows)),
  };
}

function rare(lists: readonly ImportSteps['rareUsers'][]): Suggestions['rareUsers'] {
  const [first] = added(lists, ({ fewerThan }) => fewerThan);
  return first ? { fewerThan: first[0], rows: first[1] } : null;
}

function sessions(steps: readonly ImportSteps[]): Suggestions['sessions'] {
  const totals = added(
    steps.map((step) => step.sessions?.map(({ idleMinutes, sessions: rows }) => ({ idleMinutes, rows })) ?? null),
    ({ idleMinutes }) => idleMinutes,
  );
  return totals.map(([idleMinutes, count]) => ({ idleMinutes, sessions: count }));
}
