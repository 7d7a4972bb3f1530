import type { Cohorts } from '../../../../shared/contract/base.ts';
import { monthName, monthOf } from '../../../../shared/domain/time/months.ts';
import type { CustomerFigures } from '../portrait/customer-figures.ts';
import { eachPurchaseDay } from './each-purchase-day.ts';

/** Maximum number of cohorts. */
const MONTHS = 24;

/**
 * Counts customers by the month of their first purchase. Returns before it, of purchases that precede the data, count in
 * this month.
 */
export function cohorts(figures: CustomerFigures): Cohorts {
  const { histories, users, data, until } = figures;
  const firsts = Int32Array.from(users, (_, row) => monthOf(histories.days[histories.offsets[row]!]!));
  const last = monthOf(until);
  const earliest = firsts.reduce((least, month) => Math.min(least, month), last);
  const start = Math.max(earliest, last - MONTHS + 1);
  const size = last - start + 1;
  const customers = new Int32Array(size);
  for (const first of firsts) if (first >= start) customers[first - start]!++;
  const buyers = new Int32Array(size * size);
  const [net, gross] = [new Float64Array(size * size), new Float64Array(size * size)];
  let [current, counted] = [-1, -1];
  eachPurchaseDay(figures, (row, at) => {
    if (row !== current) [current, counted] = [row, -1];
    const first = firsts[row]!;
    if (first < start) return;
    const since = Math.max(0, monthOf(data.days[at]!) - first);
    const cell = (first - start) * size + since;
    if (data.purchases[at]! > 0 && since > counted) {
      buyers[cell]!++;
      counted = since;
    }
    const value = data.values[at]!;
    if (Number.isNaN(value)) return;
    net[cell]! += value;
    gross[cell]! += value + data.returned[at]!;
  });
  const months = Array.from(customers, (_, i) => monthName(start + i));
  return { months, earlier: firsts.filter((first) => first < start).length, customers, buyers, net, gross };
}
