import type { Brief } from '../../../../shared/contract/brief.ts';
import type { NextItem } from '../../../../shared/contract/brief-facts.ts';
import { Baseline, type BlendEvaluation, type Evaluation, type RunRow } from '../../../../shared/contract/train.ts';
import type { JobContext } from '../../jobs/context.ts';
import { loadRun } from '../../runs/run-files.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { itemLabel } from '../../store/names/item-label.ts';
import { type NextRanker, rankNextItems, type TopItems } from './rank-next-items.ts';

/** Maximum number of members per group over which rankings are averaged. */
const SAMPLE = 200;
/** Maximum number of items returned per group. */
const MAX_ITEMS = 3;
/** Minimum share of sampled members for whom an item is top-ranked. */
const MIN_SHARE = 0.1;
/** Minimum ratio of that share to the share among the members of all groups. */
const MIN_RATIO = 1.3;

interface NextItems {
  readonly by: NonNullable<Brief['next']>['by'];
  /** Largest number of members sampled from a group. */
  readonly sample: number;
  /** Next items of each group, the most frequent first. */
  readonly ofGroup: readonly NextItem[][];
}

/**
 * Ranks the items that a sample of each group's members are likely to interact with next (see `rankerOf`). Items that a
 * member already had are excluded. Returns null without an evaluation.
 */
export async function nextItems(
  { id, evaluation }: RunRow,
  groups: readonly Int32Array[],
  context: JobContext,
): Promise<NextItems | null> {
  const run = await loadRun(context.workspace.path, id);
  try {
    if (evaluation === null || run.target !== 'item') return null;
    const by = rankerOf(evaluation);
    const samples = groups.map(sampleOf);
    const users = [...new Set(samples.flat())].sort((a, b) => a - b);
    const topOf = await rankNextItems(by, run, { users, evaluation }, context);
    const { values } = run.vocabulary.fields.item;
    return {
      by,
      sample: Math.max(0, ...samples.map((sample) => sample.length)),
      ofGroup: typicalItems(samples, topOf).map((items) =>
        items.flatMap(({ token, ...shares }) => {
          const label = itemLabel(context.workspace.db, values[token - FIRST_TOKEN]!);
          return label ? [{ ...label, ...shares }] : [];
        }),
      ),
    };
  } finally {
    run.dispose();
  }
}

/**
 * Returns the blend if it is significantly better than each of its rankers; otherwise the model, or the best baseline if
 * it is significantly better.
 */
function rankerOf(evaluation: Evaluation): NextRanker {
  if (betterBlend(evaluation)) return 'blend';
  const { difference, beatsBaselines, bestBaseline } = evaluation;
  const isWorse = difference ? difference.high < 0 : !beatsBaselines;
  const rule = Baseline.safeParse(bestBaseline);
  return isWorse && rule.success ? rule.data : 'model';
}

/** Returns the blend if it is significantly better than the model and each baseline alone; otherwise null. */
export function betterBlend({ blend }: Evaluation): BlendEvaluation | null {
  return blend !== null && blend.difference.low > 0 ? blend : null;
}

/** Returns members sampled evenly from a group. */
function sampleOf(members: Int32Array): number[] {
  if (members.length <= SAMPLE) return [...members];
  return Array.from({ length: SAMPLE }, (_, i) => members[Math.floor((i * members.length) / SAMPLE)]!);
}

/**
 * An item by its token, with the shares of a group's sampled members, and of those of all groups, for whom it is
 * top-ranked.
 */
interface TypicalItem {
  readonly token: number;
  readonly share: number;
  readonly overall: number;
}

/**
 * Returns the items of each group that are top-ranked more often for its members than for those of all groups, by
 * descending difference; if there are none, the most frequent ones.
 */
function typicalItems(samples: readonly (readonly number[])[], topOf: TopItems): TypicalItem[][] {
  const shares = samples.map((sample) => sharesAmong(sample, topOf));
  const overall = sharesAmong(samples.flat(), topOf);
  return shares.map((ofGroup) => {
    const items = [...ofGroup]
      .map(([token, share]) => ({ token, share, overall: overall.get(token) ?? 0 }))
      .filter(({ share }) => share >= MIN_SHARE)
      .sort((a, b) => b.share - a.share || a.token - b.token);
    const typical = items.filter(({ share, overall: ofAll }) => share >= MIN_RATIO * ofAll);
    const byDifference = typical.toSorted((a, b) => b.share - b.overall - (a.share - a.overall) || a.token - b.token);
    return (byDifference.length > 0 ? byDifference : items).slice(0, MAX_ITEMS);
  });
}

function sharesAmong(sample: readonly number[], topOf: TopItems): Map<number, number> {
  const counts = new Map<number, number>();
  for (const token of sample.flatMap((user) => topOf.get(user) ?? []))
    if (token >= FIRST_TOKEN) counts.set(token, (counts.get(token) ?? 0) + 1);
  return new Map([...counts].map(([token, count]) => [token, count / sample.length]));
}
