import type { Estimate } from '../../contract/brief-facts.ts';

/** Lift at the right end of the line on which intervals are drawn; 1 is at its left end. */
const MAX_LIFT = 64;
const MIN_WIDTH = 3;

/** Returns where the interval of a lift begins and ends on a logarithmic line from 1 to 64, in percent with two decimals. */
export function liftRange({ low, high }: Pick<Estimate, 'low' | 'high'>): { from: number; to: number } {
  const place = (lift: number) => (100 * Math.log(Math.min(MAX_LIFT, Math.max(1, lift)))) / Math.log(MAX_LIFT);
  const from = Math.min(100 - MIN_WIDTH, place(low));
  return { from: round(from), to: round(Math.max(from + MIN_WIDTH, place(high))) };
}

const round = (value: number) => Math.round(100 * value) / 100;
