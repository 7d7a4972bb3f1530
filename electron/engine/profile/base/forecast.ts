import type { Database } from 'better-sqlite3';
import type { BaseDetails, BaseForecast } from '../../../../shared/contract/base.ts';
import { readValueFit, valueVersion } from '../../store/models/value-fit.ts';
import { activeCustomers } from '../../value/active-customers.ts';
import { groupHistories } from '../../value/purchase-groups.ts';
import { summarise } from '../../value/summarise.ts';
import { MIN_REPEAT_CUSTOMERS } from '../../value/value-errors.ts';
import type { CustomerFigures } from '../portrait/customer-figures.ts';

type NoForecast = NonNullable<BaseDetails['noForecast']>;

/** Maximum number of points of the curve. */
const MAX_POINTS = 52;

/** Forecasts the number of customers who buy again, by the stored models of customer value; or returns why it cannot. */
export function baseForecast(db: Database, figures: CustomerFigures, isEarlier: boolean): BaseForecast | NoForecast {
  const { histories, users, data, until } = figures;
  const repeat = users.filter((_, row) => histories.offsets[row + 1]! - histories.offsets[row]! > 1).length;
  if (repeat < MIN_REPEAT_CUSTOMERS) return 'fewCustomers';
  if (isEarlier) return 'earlierDay';
  const fit = readValueFit(db);
  if (!fit) return 'notComputed';
  const { r, alpha, a, b } = fit.report.bgnbd;
  const step = Math.ceil(fit.report.weeks / MAX_POINTS);
  const weeks = Int32Array.from({ length: Math.floor(fit.report.weeks / step) }, (_, i) => step * (i + 1));
  return {
    outdated: fit.version !== valueVersion(db),
    weeks,
    past: boughtSince(figures, weeks),
    ...activeCustomers(
      {
        parameters: Float64Array.of(r, alpha, a, b),
        covariance: fit.covariance?.map((row) => Float64Array.from(row)) ?? null,
      },
      groupHistories(summarise(data, until)),
      weeks,
    ),
  };
}

function boughtSince({ histories: { offsets, days }, users, until }: CustomerFigures, weeks: Int32Array): Int32Array {
  return weeks.map((count) => {
    const start = until - 7 * count;
    let bought = 0;
    for (let row = 0; row < users.length; row++)
      if (days[offsets[row]!]! <= start && days[offsets[row + 1]! - 1]! > start) bought++;
    return bought;
  });
}
