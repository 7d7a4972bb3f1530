import type { LifeStage } from './life-stage.ts';
import type { RfmName } from './rfm.ts';
import type { Rule } from './rule.ts';
import { dayNumber, dayText } from './time/calendar-day.ts';

/** Days as YYYY-MM-DD, both included. */
interface Days {
  readonly from: string;
  readonly to: string;
}

const within = ({ from, to }: Days) => `${from}..${to}`;
const dayBefore = (day: string) => dayText((dayNumber(day) ?? Number.NaN) - 1);
const both = (...rules: Rule[]): Rule => ({ all: rules });

/** Rules of the users whom the figures of the customer base count; months are `YYYY-MM`. */
export const baseRules = {
  customers: (until: string): Rule => ({ purchaseDay: 'first_purchase', op: '<=', period: until }),
  rfm: (name: RfmName): Rule => ({ rfm: name }),
  rfmCell: (recency: number, frequency: number): Rule =>
    both({ score: 'recency_score', op: '=', value: recency }, { score: 'frequency_score', op: '=', value: frequency }),
  decile: (decile: number): Rule => ({ score: 'monetary_decile', op: '=', value: decile }),
  stage: (stage: LifeStage): Rule => ({ lifeStage: stage }),
  stageAt: (stage: LifeStage, month: string): Rule => ({ lifeStage: stage, at: month }),
  /** Those who were in a stage at the end of one month, or had not bought (null), and are in another at that of the next. */
  move: (from: LifeStage | null, before: string, to: LifeStage, after: string): Rule =>
    both(from === null ? { purchaseDay: 'first_purchase', op: '=', period: after } : { lifeStage: from, at: before }, {
      lifeStage: to,
      at: after,
    }),
  cohort: (first: string): Rule => ({ purchaseDay: 'first_purchase', op: '=', period: first }),
  cohortMonth: (first: string, month: string): Rule =>
    both(
      { purchaseDay: 'first_purchase', op: '=', period: first },
      { purchaseDay: 'purchase_day', op: '=', period: month },
    ),
  cohortsBefore: (month: string): Rule => ({ purchaseDay: 'first_purchase', op: '<', period: month }),
  buyers: (days: Days): Rule => ({ purchaseDay: 'purchase_day', op: '=', period: within(days) }),
  newCustomers: (days: Days): Rule => ({ purchaseDay: 'first_purchase', op: '=', period: within(days) }),
  wonBack: (days: Days): Rule =>
    both(
      { lifeStage: 'lapsed', at: dayBefore(days.from) },
      { purchaseDay: 'purchase_day', op: '=', period: within(days) },
    ),
  lapsed: (days: Days): Rule =>
    both({ not: { lifeStage: 'lapsed', at: dayBefore(days.from) } }, { lifeStage: 'lapsed', at: days.to }),
};
