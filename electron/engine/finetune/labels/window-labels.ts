import type { Database } from 'better-sqlite3';
import type { Target } from '../../../../shared/domain/finetune-config.ts';
import type { Histories } from '../../store/events/histories.ts';
import { DAY } from '../../store/events/times.ts';
import { nameOf } from '../../store/names/name-lookup.ts';
import { returnActionIds } from '../../store/names/purchase-actions.ts';
import { type Examples, joinExamples } from '../examples.ts';
import { noPurchases, tooFewExamples } from '../finetune-errors.ts';
import type { Labels } from './labels.ts';
import { actionIds, purchaseActions, requirePurchaseActions, thingIds } from './target-names.ts';

export type WindowTarget = Exclude<Target, { kind: 'attribute' } | { kind: 'rating' }>;

/** Maximum number of ranked things: the most frequent ones. */
const MAX_THINGS = 2000;

/** Examples with their target windows: events from `to[i]` up to `end[i]` (exclusive). */
interface Windows extends Examples {
  readonly end: Int32Array;
}

/**
 * Returns the examples and labels of every user with a history before a cutoff, from the window after it, cutoff by
 * cutoff. For a ranking, only users with a relevant thing in the window are included. Throws TARGET_UNKNOWN_NAME,
 * NO_PURCHASES and TOO_FEW_EXAMPLES.
 */
export function windowLabels(
  db: Database,
  histories: Histories,
  target: WindowTarget,
  cutoffs: readonly number[],
): { labels: Labels; examples: Examples } {
  const parts = cutoffs.map((cutoff) => windowsAt(histories, cutoff, cutoff + target.days * DAY));
  const windows = { ...joinExamples(parts), end: Int32Array.from(parts.flatMap(({ end }) => [...end])) };
  if (target.kind === 'spend')
    return { labels: spendLabels(histories, windows, spendActions(db, target.actions)), examples: windows };
  if (target.kind === 'next') return rankingLabels(db, histories, windows, target, Math.min(...cutoffs));
  if (target.kind === 'returns') return { labels: binaryLabels(windows, () => true), examples: windows };
  const ids = thingIds(db, target.of, target.names);
  const actions = purchaseActions(db, target.actions);
  const column = histories[target.of];
  const isCounted = (e: number) => ids.has(column[e]!) && (actions === null || actions.has(histories.action[e]!));
  return { labels: binaryLabels(windows, isCounted), examples: windows };
}

/**
 * Returns whether each user with a history before the cutoff buys anything within the days after it. Throws
 * NO_PURCHASES.
 */
export function purchaseLabels(
  db: Database,
  histories: Histories,
  days: number,
  cutoff: number,
): { labels: Labels; examples: Examples } {
  const actions = requirePurchaseActions(db, undefined);
  const windows = windowsAt(histories, cutoff, cutoff + days * DAY);
  return { labels: binaryLabels(windows, (e) => actions.has(histories.action[e]!)), examples: windows };
}

function windowsAt({ users, offsets, time }: Histories, cutoff: number, until: number): Windows {
  const windows: { h: number; to: number; end: number }[] = [];
  for (let h = 0; h < users.length; h++) {
    let to = offsets[h]!;
    while (to < offsets[h + 1]! && time[to]! < cutoff) to++;
    if (to === offsets[h]) continue;
    let end = to;
    while (end < offsets[h + 1]! && time[end]! < until) end++;
    windows.push({ h, to, end });
  }
  return {
    history: Int32Array.from(windows, ({ h }) => h),
    to: Int32Array.from(windows, ({ to }) => to),
    at: new Float64Array(windows.length).fill(cutoff),
    end: Int32Array.from(windows, ({ end }) => end),
  };
}

function binaryLabels({ to, end }: Windows, isCounted: (event: number) => boolean): Labels {
  const values = to.map((start, i) => {
    for (let e = start; e < end[i]!; e++) if (isCounted(e)) return 1;
    return 0;
  });
  return { kind: 'classes', names: ['no', 'yes'], values };
}

interface SpendActions {
  readonly purchases: ReadonlySet<number>;
  /** Actions whose negative values are taken off; empty if the target names its actions. */
  readonly returns: ReadonlySet<number>;
}

function spendActions(db: Database, names: readonly string[] | undefined): SpendActions {
  return { purchases: requirePurchaseActions(db, names), returns: new Set(names ? [] : returnActionIds(db)) };
}

/** Sums the purchases of each window less its returns; 0 if the returns, such as of earlier purchases, are worth more. */
function spendLabels({ action, amount }: Histories, { to, end }: Windows, actions: SpendActions): Labels {
  const { purchases, returns } = actions;
  const hasPayments = action.some((id, e) => purchases.has(id) && amount[e]! > 0);
  if (!hasPayments) throw noPurchases();
  const values = Float64Array.from(to, (start, i) => {
    let sum = 0;
    for (let e = start; e < end[i]!; e++) {
      if (purchases.has(action[e]!)) sum += amount[e]! || 0;
      else if (returns.has(action[e]!)) sum += Math.min(amount[e]!, 0) || 0;
    }
    return Math.max(sum, 0);
  });
  return { kind: 'number', names: ['spend'], values, skewed: true };
}

/** Ranks only things that occur before the earliest cutoff, so that the list of candidates does not leak the future. */
function rankingLabels(
  db: Database,
  histories: Histories,
  windows: Windows,
  target: Extract<WindowTarget, { kind: 'next' }>,
  earliest: number,
) {
  const column = histories[target.of];
  const actions = target.actions ? actionIds(db, target.actions) : null;
  const isCounted = (e: number) => column[e]! > 0 && (actions === null || actions.has(histories.action[e]!));
  const things = mostFrequent(column, (e) => histories.time[e]! < earliest && isCounted(e));
  const classOf = new Map(things.map((thing, k) => [thing, k]));
  const targetClasses = Array.from(windows.to, (start, i) => {
    const windowClasses = new Set<number>();
    for (let e = start; e < windows.end[i]!; e++)
      if (isCounted(e) && classOf.has(column[e]!)) windowClasses.add(classOf.get(column[e]!)!);
    return Int32Array.from(windowClasses).sort();
  });
  const keptRows = Int32Array.from(targetClasses.keys()).filter((i) => targetClasses[i]!.length > 0);
  if (keptRows.length === 0 || things.length < 2) throw tooFewExamples(keptRows.length, 2);
  const table = { category: 'categories', brand: 'brands', item: 'items' } as const;
  const names = things.map((thing) => nameOf(db, table[target.of], thing));
  const examples = {
    history: keptRows.map((i) => windows.history[i]!),
    to: keptRows.map((i) => windows.to[i]!),
    at: Float64Array.from(keptRows, (i) => windows.at[i]!),
  };
  return {
    labels: { kind: 'ranking' as const, names, values: Array.from(keptRows, (i) => targetClasses[i]!) },
    examples,
  };
}

function mostFrequent(column: Int32Array, isCounted: (event: number) => boolean): number[] {
  const uses = new Map<number, number>();
  column.forEach((thing, e) => {
    if (isCounted(e)) uses.set(thing, (uses.get(thing) ?? 0) + 1);
  });
  return [...uses]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, MAX_THINGS)
    .map(([thing]) => thing);
}
