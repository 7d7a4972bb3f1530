import type { PurchaseDays } from '../store/events/purchase-days.ts';
import { parametersOf } from './models/purchase-model.ts';
import type { PurchaseGroups } from './purchase-groups.ts';
import type { Customers } from './summarise.ts';

/** Quantiles that limit the interval of the next purchase. */
const [LOW, HIGH] = [0.1, 0.9];

/** Time of a customer’s next purchase, in days after the end of the observation (the next day is 1). */
export interface NextPurchase {
  /** Probability of a purchase within the horizon. */
  readonly chance: number;
  /** 80 % interval of the day, given a purchase within the horizon. */
  readonly from: number;
  readonly to: number;
}

/**
 * Returns the time of the next purchase according to BG/NBD. A customer who is still active buys at a rate λ ~ Gamma(r
 * + x, α + T), so the waiting time has a Lomax distribution. The interval does not depend on the probability of being
 * active.
 */
export function nextPurchase(
  parameters: Float64Array,
  { x, T, active }: { readonly x: number; readonly T: number; readonly active: number },
  weeks: number,
): NextPurchase {
  const [r, alpha] = parametersOf(parameters);
  const [shape, rate] = [r + x, alpha + T];
  const within = -Math.expm1(-shape * Math.log1p(weeks / rate));
  const day = (share: number) => {
    const wait = rate * Math.expm1(-Math.log1p(-share * within) / shape);
    return Math.max(1, Math.ceil(7 * wait));
  };
  return { chance: active * within, from: day(LOW), to: day(HIGH) };
}

/** Back-test of the intervals: number of customers who bought again, and of those who did so within the interval. */
export interface NextPurchaseTest {
  readonly customers: number;
  readonly inside: number;
}

/** Tests the intervals after the day `until` on the customers who bought within the next `weeks`. */
export function testNextPurchase(
  data: PurchaseDays,
  until: number,
  weeks: number,
  parameters: Float64Array,
  { users }: Customers,
  { x, T, groupOf }: PurchaseGroups,
): NextPurchaseTest {
  const intervals = Array.from(x, (count, group) =>
    nextPurchase(parameters, { x: count, T: T[group]!, active: 1 }, weeks),
  );
  let [customers, inside, row] = [0, 0, 0];
  for (let i = 0; i < data.users.length && row < users.length; i++) {
    while (users[row]! < data.users[i]!) row++;
    const wait = data.days[i]! - until;
    if (users[row] !== data.users[i] || wait <= 0 || wait > 7 * weeks || data.purchases[i] === 0) continue;
    const { from, to } = intervals[groupOf[row]!]!;
    customers++;
    if (wait >= from && wait <= to) inside++;
    // Only the first purchase of each customer counts.
    row++;
  }
  return { customers, inside };
}
