import type { Customer } from '../../../../shared/contract/portrait.ts';
import { lifeStage } from '../../../../shared/domain/life-stage.ts';
import { RFM_RANGES } from '../../../../shared/domain/rfm.ts';
import { DAY } from '../../store/events/times.ts';
import type { CustomerFigures } from './customer-figures.ts';
import type { ShopFigures } from './shop-figures.ts';

/** Returns the purchase figures of a user; null if the user is not a customer. */
export function customerOf({ customers, lastDay }: ShopFigures, user: number): Customer | null {
  const figures = customers();
  const row = figures?.rowOf(user) ?? -1;
  if (!figures || row === -1 || lastDay === null) return null;
  const { histories, gaps, users } = figures;
  const days = histories.days.subarray(histories.offsets[row]!, histories.offsets[row + 1]!);
  const money = figures.spent[row]!;
  const spent = Number.isNaN(money) ? null : money;
  const stage = gaps && lifeStage(days, lastDay, gaps);
  return {
    purchases: days.length,
    first: isoDate(days[0]!),
    last: isoDate(days.at(-1)!),
    spent,
    average: spent === null ? null : spent / days.length,
    customers: users.length,
    rfm: rfmOf(figures, row),
    stage: stage && gaps && { ...stage, shopMedian: gaps.median },
  };
}

function rfmOf({ rfm: { r, f, m, names } }: CustomerFigures, row: number): Customer['rfm'] {
  const range = RFM_RANGES[names[row]!];
  return range ? { r: r[row]!, f: f[row]!, m: m[row]!, name: range.name } : null;
}

/** Formats a day (since 1970-01-01) as YYYY-MM-DD. */
export const isoDate = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
