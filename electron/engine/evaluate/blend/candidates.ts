import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { RankingResult } from '../../train/rank/rank.ts';

/** Top items of a ranker for each test case, best first. */
export type Shortlist = Pick<RankingResult, 'topTokens' | 'topScores'>;

/** Shortlists of several rankers for the same test cases. */
export interface Shortlists {
  /** Shortlists by name of the ranker, each with `places` items per case. */
  readonly lists: Readonly<Record<string, Shortlist>>;
  /** Number of items per case. */
  readonly places: number;
}

/** Union of a test case’s shortlists, with the features of each item. */
export interface Candidates {
  readonly tokens: Int32Array;
  /** (candidates × features), row-major: see `FEATURES`. */
  readonly features: Float64Array;
}

/**
 * Number of features of an item per ranker: its score minus the lowest score of the shortlist (in logits for the model;
 * for a baseline, whose scores have no unit, as a share of the shortlist’s range), and 1 / log2(1 + place). Both are 0
 * for an item that is not in the shortlist.
 */
export const FEATURES = 2;

/** Maximum length of a shortlist, and maximum total length over all test cases, which limits the memory. */
const MAX_PLACES = 100;
const MAX_PLACES_OF_ALL = 5e6;

/**
 * Returns the length of the shortlists for a number of test cases: 100, or less for very many cases, but not below
 * `atLeast`.
 */
export function shortlistLength(cases: number, atLeast: number): number {
  return Math.max(atLeast, Math.min(MAX_PLACES, Math.floor(MAX_PLACES_OF_ALL / cases)));
}

/** Returns the union of a test case’s shortlists, with features. */
export function candidatesOf({ lists, places }: Shortlists, testCase: number): Candidates {
  const rankers = Object.keys(lists);
  const rows = new Map<number, number>();
  for (const { topTokens } of Object.values(lists)) {
    for (const token of topTokens.subarray(testCase * places, (testCase + 1) * places)) {
      if (token >= FIRST_TOKEN && !rows.has(token)) rows.set(token, rows.size);
    }
  }
  const width = FEATURES * rankers.length;
  const features = new Float64Array(rows.size * width);
  rankers.forEach((ranker, r) => {
    const { topTokens, topScores } = lists[ranker]!;
    const tokens = topTokens.subarray(testCase * places, (testCase + 1) * places);
    const scores = topScores.subarray(testCase * places, (testCase + 1) * places);
    const filled = filledPlaces(tokens);
    const last = scores[filled - 1]!;
    const range = scores[0]! - last;
    const scale = ranker === 'model' ? 1 : range > 0 ? 1 / range : 0;
    for (let place = 0; place < filled; place++) {
      const at = rows.get(tokens[place]!)! * width + FEATURES * r;
      features[at] = scale * (scores[place]! - last);
      features[at + 1] = 1 / Math.log2(2 + place);
    }
  });
  return { tokens: Int32Array.from(rows.keys()), features };
}

function filledPlaces(tokens: Int32Array): number {
  const end = tokens.findIndex((token) => token < FIRST_TOKEN);
  return end === -1 ? tokens.length : end;
}
