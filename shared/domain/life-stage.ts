/** Stages of customers. The index of a stage is its code in typed arrays. */
export const LIFE_STAGES = ['new', 'active', 'atRisk', 'lapsed', 'wonBack'] as const;
export type LifeStage = (typeof LIFE_STAGES)[number];

/** Code of a user without a stage: one who had not bought by then. */
export const NO_STAGE = 255;

/**
 * Days on which users bought: those of row u are `days[offsets[u]]` to `days[offsets[u + 1] - 1]`, ascending, without
 * repetition, as whole numbers from any origin.
 */
export interface DayHistories {
  readonly offsets: Int32Array;
  readonly days: Int32Array;
}

/** Gaps between consecutive days with a purchase, in days. */
export interface ShopGaps {
  /** Number of gaps of all customers. */
  readonly count: number;
  readonly median: number;
  /** Gaps that four of five, and nineteen of twenty, do not exceed. */
  readonly late: number;
  readonly gone: number;
}

/** Fewest gaps of the shop from which limits are derived. */
const MIN_SHOP_GAPS = 20;
/** Fewest gaps of a person whose own median replaces the shop's. */
const MIN_OWN_GAPS = 4;
const LATE = 0.8;
const GONE = 0.95;

/** Returns the gaps of all customers that ended by the day `until`; null if there are fewer than 20. */
export function shopGaps({ offsets, days }: DayHistories, until: number): ShopGaps | null {
  const gaps = new Float64Array(days.length);
  let count = 0;
  for (let user = 0; user + 1 < offsets.length; user++) {
    for (let i = offsets[user]! + 1; i < offsets[user + 1]! && days[i]! <= until; i++) {
      gaps[count++] = days[i]! - days[i - 1]!;
    }
  }
  if (count < MIN_SHOP_GAPS) return null;
  const sorted = gaps.subarray(0, count).sort();
  return { count, median: quantile(sorted, 0.5), late: quantile(sorted, LATE), gone: quantile(sorted, GONE) };
}

/** A customer's stage with the figures that decide it, in days. */
export interface StageFacts {
  readonly stage: LifeStage;
  /** Days since the last purchase. */
  readonly silent: number;
  /** Silence from which the customer is at risk, and lapsed. */
  readonly riskAfter: number;
  readonly lapsedAfter: number;
  /** Number of the person's gaps, and their median; null where there are fewer than four and the shop's is used. */
  readonly gaps: number;
  readonly ownMedian: number | null;
}

/**
 * Returns the stage at the end of the day `until` of a customer who bought on these days; null if there is none by then.
 *
 * The limits are the shop's 80 % and 95 % quantiles of gaps. Where the person has at least four gaps, both are scaled by
 * the person's median gap over the shop's, so that a weekly buyer lapses sooner than a yearly one. The first that holds:
 *
 * 1. `lapsed`: silent for longer than the 95 % limit;
 * 2. `atRisk`: silent for longer than the 80 % limit;
 * 3. `new`: the first purchase is no longer ago than the 80 % limit;
 * 4. `wonBack`: a silence above the 95 % limit ended no longer ago than the 80 % limit;
 * 5. `active`.
 */
export function lifeStage(days: Int32Array, until: number, shop: ShopGaps): StageFacts | null {
  const past = days.subarray(0, daysUntil(days, until));
  const [first, last] = [past[0], past.at(-1)];
  if (first === undefined || last === undefined) return null;
  const gaps = past.length - 1;
  const ownMedian = gaps >= MIN_OWN_GAPS ? medianGap(past) : null;
  const scale = ownMedian === null ? 1 : ownMedian / shop.median;
  const [riskAfter, lapsedAfter] = [shop.late * scale, shop.gone * scale];
  const silent = until - last;
  const stage = (): LifeStage => {
    if (silent > lapsedAfter) return 'lapsed';
    if (silent > riskAfter) return 'atRisk';
    if (until - first <= riskAfter) return 'new';
    return returned(past, until - riskAfter, lapsedAfter) ? 'wonBack' : 'active';
  };
  return { stage: stage(), silent, riskAfter, lapsedAfter, gaps, ownMedian };
}

/** Codes of the stages of all users at the end of the day `until`, NO_STAGE for those who had not bought. */
export function lifeStages({ offsets, days }: DayHistories, until: number, shop: ShopGaps): Uint8Array {
  const codes = new Uint8Array(Math.max(0, offsets.length - 1)).fill(NO_STAGE);
  for (let user = 0; user < codes.length; user++) {
    const facts = lifeStage(days.subarray(offsets[user]!, offsets[user + 1]!), until, shop);
    if (facts) codes[user] = LIFE_STAGES.indexOf(facts.stage);
  }
  return codes;
}

/** Whether a gap above `longest` ended on the day `from` or later. */
function returned(days: Int32Array, from: number, longest: number): boolean {
  for (let i = days.length - 1; i > 0 && days[i]! >= from; i--) if (days[i]! - days[i - 1]! > longest) return true;
  return false;
}

function daysUntil(days: Int32Array, until: number): number {
  let count = days.length;
  while (count > 0 && days[count - 1]! > until) count--;
  return count;
}

function medianGap(days: Int32Array): number {
  return quantile(Float64Array.from(days.subarray(1), (day, i) => day - days[i]!).sort(), 0.5);
}

/** Quantile of ascending values, interpolated between the two nearest. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (above - below) * (at - Math.floor(at));
}
