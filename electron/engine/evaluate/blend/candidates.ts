import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { RankingResult } from '../../train/rank/rank.ts';

/** The items that a ranker places first, per test case, best first. */
export type Shortlist = Pick<RankingResult, 'topTokens' | 'topScores'>;

/** Shortlists of several rankers for the same test cases. */
export interface Shortlists {
  /** By ranker name; all have the same length per case. */
  readonly lists: Readonly<Record<string, Shortlist>>;
  /** Number of places per case. */
  readonly places: number;
}

/** Items of a test case's shortlists with their features. */
export interface Candidates {
  readonly tokens: Int32Array;
  /** (candidates × features), row-major: see `FEATURES`. */
  readonly features: Float64Array;
}

/**
 * Features of an item per ranker: its score above the end of the shortlist (in logits for the model, as a share of the
 * list's range for a baseline, whose scores have no unit) and its discounted place 1 / log2(1 + place). Both are 0 if
 * the item is not in the shortlist.
 */
export const FEATURES = 2;

/** Number of places of a shortlist, and the number of places of all test cases that bounds their memory. */
const MAX_PLACES = 100;
const MAX_PLACES_OF_ALL = 5e6;

/** Returns the number of places per case of a ranker's shortlist: 100, or fewer if there are very many cases. */
export function shortlistLength(cases: number, atLeast: number): number {
  return Math.max(atLeast, Math.min(MAX_PLACES, Math.floor(MAX_PLACES_OF_ALL / cases)));
}

/** Returns the union of a test case's shortlists. */
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
