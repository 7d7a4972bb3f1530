import type { Database } from 'better-sqlite3';
import type { Target } from '../../../../shared/domain/finetune-config.ts';
import type { Histories } from '../../store/events/histories.ts';
import { DAY } from '../../store/events/times.ts';
import { nameOf } from '../../store/names/name-lookup.ts';
import { type Examples, joinExamples } from '../examples.ts';
import { noPurchases, tooFewExamples } from '../finetune-errors.ts';
import type { Labels } from './labels.ts';
import { actionIds, boughtBy, paidBy, thingIds } from './target-names.ts';

export type WindowTarget = Exclude<Target, { kind: 'attribute' } | { kind: 'rating' }>;

/** Things ranked at most: the most frequent. */
const MOST_THINGS = 2000;

/** An example whose answer lies in its window: events from its `to` on, up to `end[i]` (exclusive). */
interface Windows extends Examples {
  readonly end: Int32Array;
}

/**
 * What each user with a history before a cut does in the window after it, cut by cut. A ranking is asked only of users who do
 * anything that counts. Throws TARGET_UNKNOWN_NAME, NO_PURCHASES and TOO_FEW_EXAMPLES.
 */
export function windowLabels(
  db: Database,
  histories: Histories,
  target: WindowTarget,
  cuts: readonly number[],
): { labels: Labels; examples: Examples } {
  const parts = cuts.map((cut) => windowsAt(histories, cut, cut + target.days * DAY));
  const windows = { ...joinExamples(parts), end: Int32Array.from(parts.flatMap(({ end }) => [...end])) };
  if (target.kind === 'spend')
    return { labels: spend(histories, windows, paidBy(db, target.actions)), examples: windows };
  if (target.kind === 'next') return next(db, histories, windows, target, Math.min(...cuts));
  if (target.kind === 'returns') return { labels: yesOrNo(windows, () => true), examples: windows };
  const ids = thingIds(db, target.of, target.names);
  const actions = boughtBy(db, target.actions);
  const column = histories[target.of];
  const counts = (e: number) => ids.has(column[e]!) && (actions === null || actions.has(histories.action[e]!));
  return { labels: yesOrNo(windows, counts), examples: windows };
}

function windowsAt({ users, offsets, time }: Histories, cut: number, until: number): Windows {
  const found: { h: number; to: number; end: number }[] = [];
  for (let h = 0; h < users.length; h++) {
    let to = offsets[h]!;
    while (to < offsets[h + 1]! && time[to]! < cut) to++;
    if (to === offsets[h]) continue;
    let end = to;
    while (end < offsets[h + 1]! && time[end]! < until) end++;
    found.push({ h, to, end });
  }
  return {
    history: Int32Array.from(found, ({ h }) => h),
    to: Int32Array.from(found, ({ to }) => to),
    at: new Float64Array(found.length).fill(cut),
    end: Int32Array.from(found, ({ end }) => end),
  };
}

function yesOrNo({ to, end }: Windows, counts: (event: number) => boolean): Labels {
  const of = to.map((start, i) => {
    for (let e = start; e < end[i]!; e++) if (counts(e)) return 1;
    return 0;
  });
  return { kind: 'classes', names: ['no', 'yes'], of };
}

function spend({ action, amount }: Histories, { to, end }: Windows, actions: ReadonlySet<number>): Labels {
  const paid = action.some((one, e) => actions.has(one) && amount[e]! > 0);
  if (!paid) throw noPurchases();
  const of = Float64Array.from(to, (start, i) => {
    let sum = 0;
    for (let e = start; e < end[i]!; e++) if (actions.has(action[e]!) && amount[e]! > 0) sum += amount[e]!;
    return sum;
  });
  return { kind: 'number', names: ['spend'], of, skewed: true };
}

/** Things are ranked that anybody turned to before the earliest cut, so that which there are tells nothing of the future. */
function next(
  db: Database,
  histories: Histories,
  windows: Windows,
  target: Extract<WindowTarget, { kind: 'next' }>,
  earliest: number,
) {
  const column = histories[target.of];
  const actions = target.actions ? actionIds(db, target.actions) : null;
  const counts = (e: number) => column[e]! > 0 && (actions === null || actions.has(histories.action[e]!));
  const things = frequent(column, (e) => histories.time[e]! < earliest && counts(e));
  const place = new Map(things.map((thing, k) => [thing, k]));
  const came = Array.from(windows.to, (start, i) => {
    const own = new Set<number>();
    for (let e = start; e < windows.end[i]!; e++)
      if (counts(e) && place.has(column[e]!)) own.add(place.get(column[e]!)!);
    return Int32Array.from(own).sort();
  });
  const kept = Int32Array.from(came.keys()).filter((i) => came[i]!.length > 0);
  if (kept.length === 0 || things.length < 2) throw tooFewExamples(kept.length, 2);
  const table = { category: 'categories', brand: 'brands', item: 'items' } as const;
  const names = things.map((thing) => nameOf(db, table[target.of], thing));
  const examples = {
    history: kept.map((i) => windows.history[i]!),
    to: kept.map((i) => windows.to[i]!),
    at: Float64Array.from(kept, (i) => windows.at[i]!),
  };
  return { labels: { kind: 'ranking' as const, names, of: Array.from(kept, (i) => came[i]!) }, examples };
}

function frequent(column: Int32Array, counts: (event: number) => boolean): number[] {
  const uses = new Map<number, number>();
  column.forEach((thing, e) => {
    if (counts(e)) uses.set(thing, (uses.get(thing) ?? 0) + 1);
  });
  return [...uses]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, MOST_THINGS)
    .map(([thing]) => thing);
}
