import type { BlendEvaluation } from '../../../../shared/contract/train.ts';
import type { TestSet } from '../../train/rank/rank-batches.ts';
import { candidatesOf, FEATURES, type Shortlists } from './candidates.ts';
import { type Choice, fitConditionalLogit, utilities } from './conditional-logit.ts';

/** Weighted sum of rankers; the weights depend on the user’s activity level. */
export interface Blend {
  readonly rankers: readonly string[];
  /** Inclusive upper bounds of all activity levels except the last, in behaviours before the target, ascending. */
  readonly bounds: readonly number[];
  /** Per level, (rankers × FEATURES), row-major. */
  readonly weights: readonly Float64Array[];
}

/** Ranking of the test cases by a blend. */
export interface BlendRanking {
  /** Rank of each target, from 1; Infinity if the target is in no shortlist. */
  readonly ranks: Float64Array;
  /** Top tokens, (cases × topCount), best first; padded with 0. */
  readonly topTokens: Int32Array;
}

/** Number of activity levels, with about the same number of validation cases each. */
const LEVELS = 3;
/** Minimum number of validation targets within the shortlists. */
const MIN_CHOICES = 100;
const RIDGE = 1;
const GROUP_RIDGE = 10;

/**
 * Fits the weights of a blend to the validation targets (stacking; Wolpert, 1992). Each target is a choice among the
 * items of the shortlists; targets in no shortlist are ignored. Returns null if fewer than 100 targets remain.
 */
export function fitBlend(shortlists: Shortlists, { column, cases }: TestSet, tick: () => void): Blend | null {
  const rankers = Object.keys(shortlists.lists);
  const bounds = activityBounds(cases.map(({ from, event }) => event - from));
  const choices: Choice[] = [];
  cases.forEach(({ from, event }, testCase) => {
    const { tokens, features } = candidatesOf(shortlists, testCase);
    const chosen = tokens.indexOf(column[event]!);
    if (chosen >= 0) choices.push({ features, chosen, group: levelOf(bounds, event - from) });
  });
  if (choices.length < MIN_CHOICES) return null;
  const options = {
    features: FEATURES * rankers.length,
    groups: bounds.length + 1,
    ridge: RIDGE,
    groupRidge: GROUP_RIDGE,
  };
  return { rankers, bounds, weights: fitConditionalLogit(choices, options, tick) };
}

/**
 * Ranks each target among the items of the shortlists, with mean ranks for ties. `shortlists` must contain the rankers
 * of the blend.
 */
export function rankByBlend(
  { bounds, weights }: Blend,
  shortlists: Shortlists,
  { column, cases }: TestSet,
  topCount: number,
): BlendRanking {
  const ranks = new Float64Array(cases.length);
  const topTokens = new Int32Array(cases.length * topCount);
  cases.forEach(({ from, event }, testCase) => {
    const { tokens, features } = candidatesOf(shortlists, testCase);
    const scores = utilities(features, weights[levelOf(bounds, event - from)]!);
    ranks[testCase] = rankAmong(scores, tokens.indexOf(column[event]!));
    const order = Array.from(tokens.keys()).sort((a, b) => scores[b]! - scores[a]! || tokens[a]! - tokens[b]!);
    order.slice(0, topCount).forEach((row, place) => {
      topTokens[testCase * topCount + place] = tokens[row]!;
    });
  });
  return { ranks, topTokens };
}

/** Converts a blend to the form in which an evaluation stores it: weights by activity level and ranker. */
export function levelsOf({ rankers, bounds, weights }: Blend): BlendEvaluation['levels'] {
  return weights.map((level, l) => ({
    maxBehaviours: bounds[l] ?? null,
    weights: Object.fromEntries(
      rankers.map((ranker, r) => [ranker, { score: level[FEATURES * r]!, place: level[FEATURES * r + 1]! }]),
    ),
  }));
}

/** Converts the stored form of a blend back; see `levelsOf`. */
export function storedBlend(levels: BlendEvaluation['levels']): Blend {
  const rankers = Object.keys(levels[0]?.weights ?? {});
  return {
    rankers,
    bounds: levels.flatMap(({ maxBehaviours }) => maxBehaviours ?? []),
    weights: levels.map(({ weights }) =>
      Float64Array.from(rankers.flatMap((ranker) => [weights[ranker]!.score, weights[ranker]!.place])),
    ),
  };
}

function rankAmong(scores: Float64Array, row: number): number {
  if (row < 0) return Number.POSITIVE_INFINITY;
  let better = 0;
  let equal = -1;
  for (const score of scores) {
    if (score > scores[row]!) better++;
    else if (score === scores[row]!) equal++;
  }
  return 1 + better + equal / 2;
}

/** Returns the bounds that divide the cases into levels of equal size by activity. Equal bounds are merged. */
function activityBounds(activities: readonly number[]): number[] {
  const sorted = activities.toSorted((a, b) => a - b);
  const bounds = Array.from({ length: LEVELS - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / LEVELS)]!);
  return [...new Set(bounds)].filter((bound) => bound < sorted.at(-1)!);
}

/** Returns the level of an activity: the number of bounds below it. */
const levelOf = (bounds: readonly number[], activity: number) => bounds.filter((bound) => activity > bound).length;
