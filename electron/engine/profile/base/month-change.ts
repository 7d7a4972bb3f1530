import type { BaseDetails, MonthPart } from '../../../../shared/contract/base.ts';
import { LIFE_STAGES } from '../../../../shared/domain/life-stage.ts';
import { firstDayOf, lastDayOf, monthOf } from '../../../../shared/domain/time/months.ts';
import { isoDate } from '../portrait/customer.ts';
import type { CustomerFigures } from '../portrait/customer-figures.ts';
import { eachPurchaseDay } from './each-purchase-day.ts';

/** Compares the last month with the same days of the month before, or with all of it if the last month is complete. */
export function monthChange(figures: CustomerFigures): BaseDetails['change'] {
  const { until, histories } = figures;
  const month = monthOf(until);
  const [first, last] = [firstDayOf(month - 1), lastDayOf(month - 1)];
  const end = until === lastDayOf(month) ? last : Math.min(last, first + until - firstDayOf(month));
  const firstPurchase = histories.days.reduce((least, day) => Math.min(least, day), until);
  return {
    current: monthPart(figures, firstDayOf(month), until),
    previous: firstPurchase > end ? null : monthPart(figures, first, end),
  };
}

const LAPSED = LIFE_STAGES.indexOf('lapsed');

function monthPart(figures: CustomerFigures, from: number, to: number): MonthPart {
  const { data, histories, users } = figures;
  const [before, after] = [figures.stagesOn(from - 1), figures.stagesOn(to)];
  let [buyers, newCustomers, wonBack, lapsed, purchases, net, gross] = [0, 0, 0, 0, 0, 0, 0];
  let counted = -1;
  eachPurchaseDay(figures, (row, at) => {
    const day = data.days[at]!;
    if (day < from || day > to) return;
    const value = data.values[at]!;
    if (!Number.isNaN(value)) {
      net += value;
      gross += value + data.returned[at]!;
    }
    if (data.purchases[at] === 0) return;
    purchases++;
    if (row === counted) return;
    counted = row;
    buyers++;
    if (histories.days[histories.offsets[row]!]! >= from) newCustomers++;
    if (before?.[row] === LAPSED) wonBack++;
  });
  for (let row = 0; row < users.length; row++) if (after?.[row] === LAPSED && before?.[row] !== LAPSED) lapsed++;
  const hasStages = before !== null && after !== null;
  return {
    ...{ from: isoDate(from), to: isoDate(to), buyers, newCustomers },
    wonBack: hasStages ? wonBack : null,
    lapsed: hasStages ? lapsed : null,
    ...{ purchases, net, gross },
  };
}
