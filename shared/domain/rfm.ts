import { NO_SCORE, quintileScores } from './quintiles.ts';

/** A name of a group of customers with the scores that it covers, both ends included. */
interface RfmRange {
  readonly name: string;
  /** Score of recency. */
  readonly r: readonly [from: number, to: number];
  /** Mean of the scores of frequency and monetary value, in halves. */
  readonly fm: readonly [from: number, to: number];
}

/**
 * The eleven usual names in their order of precedence: the first range that contains a customer's scores names the
 * customer. The ranges are those of marketing handbooks, which overlap, except that `lost` is narrowed to the lowest
 * scores: it and `hibernating` would otherwise be the same customers. The order keeps whoever bought least often
 * (F = 1, so that FM ≤ 3) out of `loyal` and `champion`.
 */
export const RFM_RANGES = [
  { name: 'champion', r: [4, 5], fm: [4, 5] },
  { name: 'cannotLose', r: [1, 1], fm: [4, 5] },
  { name: 'atRisk', r: [1, 2], fm: [2, 5] },
  { name: 'new', r: [4, 5], fm: [1, 1] },
  { name: 'promising', r: [3, 4], fm: [1, 1] },
  { name: 'needsAttention', r: [2, 3], fm: [2, 3] },
  { name: 'potentialLoyalist', r: [3, 5], fm: [1, 3] },
  { name: 'loyal', r: [2, 5], fm: [3, 5] },
  { name: 'aboutToSleep', r: [2, 3], fm: [1, 2] },
  { name: 'lost', r: [1, 1], fm: [1, 1] },
  { name: 'hibernating', r: [1, 2], fm: [1, 2] },
] as const satisfies readonly RfmRange[];

export type RfmName = (typeof RFM_RANGES)[number]['name'];

/** Scores of a customer, 1 to 5 each, with 5 the best. */
export interface RfmScores {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/** Returns the name of a customer with these scores. */
export function rfmName(scores: RfmScores): RfmName {
  return RFM_RANGES[rfmCode(scores)]!.name;
}

/** Returns the index in RFM_RANGES of a customer's name; −1 without one of the scores. */
function rfmCode({ r, f, m }: RfmScores): number {
  if (r === NO_SCORE || f === NO_SCORE || m === NO_SCORE) return -1;
  const fm = (f + m) / 2;
  return RFM_RANGES.findIndex((range) => within(range.r, r) && within(range.fm, fm));
}

const within = ([from, to]: readonly [number, number], value: number) => value >= from && value <= to;

/** Measures of customers, one row each; NaN where unknown. */
export interface RfmMeasures {
  /** Days since the last purchase. */
  readonly recency: ArrayLike<number>;
  /** Number of days with a purchase. */
  readonly frequency: ArrayLike<number>;
  /** Money paid, less returns. */
  readonly monetary: ArrayLike<number>;
}

/** Scores of all customers in the order of their measures, and the index of each name in RFM_RANGES. */
export interface RfmColumns {
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  /** −1 where a measure is unknown. */
  readonly names: Int8Array;
}

/**
 * Scores customers by quintiles among them (see `quintileScores`) and names them. Where no money is known, frequency
 * counts for both.
 */
export function scoreRfm({ recency, frequency, monetary }: RfmMeasures): RfmColumns {
  const r = quintileScores(recency, { smallIsGood: true });
  const f = quintileScores(frequency);
  const scored = quintileScores(monetary);
  const m = scored.every((score) => score === NO_SCORE) ? f : scored;
  return { r, f, m, names: Int8Array.from(r, (_, i) => rfmCode({ r: r[i]!, f: f[i]!, m: m[i]! })) };
}
