import { LIFE_STAGES } from '../../../../shared/domain/life-stage.ts';
import { NO_SCORE } from '../../../../shared/domain/quintiles.ts';
import { RFM_RANGES } from '../../../../shared/domain/rfm.ts';
import type { Comparison, CustomerCondition } from '../../../../shared/domain/rule.ts';
import { periodDays } from '../../../../shared/domain/time/period.ts';
import { satisfies } from '../../columns/compare.ts';
import type { CustomerFigures } from '../portrait/customer-figures.ts';
import { decilesOf, NO_DECILE } from './deciles.ts';

/** Returns the ids of the customers that satisfy a condition, ascending. */
export function customersWhere(figures: CustomerFigures | null, condition: CustomerCondition): Int32Array {
  if (!figures) return new Int32Array();
  const holds = rowTest(figures, condition);
  return figures.users.filter((_, row) => holds(row));
}

function rowTest(figures: CustomerFigures, condition: CustomerCondition): (row: number) => boolean {
  const { rfm, histories, until } = figures;
  if ('rfm' in condition) {
    const code = RFM_RANGES.findIndex(({ name }) => name === condition.rfm);
    return (row) => rfm.names[row] === code;
  }
  if ('score' in condition) {
    const { op, value } = condition;
    const scores = scoresOf(figures, condition.score);
    return (row) => satisfies(scores(row), op, value);
  }
  if ('purchaseDay' in condition) {
    const { offsets, days } = histories;
    const isWithin = dayTest(condition.op, condition.period);
    if (condition.purchaseDay === 'first_purchase') return (row) => isWithin(days[offsets[row]!]!);
    if (condition.purchaseDay === 'last_purchase') return (row) => isWithin(days[offsets[row + 1]! - 1]!);
    return (row) => days.subarray(offsets[row]!, offsets[row + 1]!).some(isWithin);
  }
  const end = condition.at === undefined ? until : (periodDays(condition.at)?.[1] ?? until);
  const stages = figures.stagesOn(Math.min(end, until));
  const code = LIFE_STAGES.indexOf(condition.lifeStage);
  return (row) => stages?.[row] === code;
}

/** Returns a function from the row of a customer to a score; NaN if unknown. */
function scoresOf(
  { rfm, spent }: CustomerFigures,
  score: Extract<CustomerCondition, { score: string }>['score'],
): (row: number) => number {
  if (score === 'monetary_decile') {
    const deciles = decilesOf(spent);
    return (row) => (deciles[row] === NO_DECILE ? Number.NaN : deciles[row]! + 1);
  }
  const scores = { recency_score: rfm.r, frequency_score: rfm.f, monetary_score: rfm.m }[score];
  return (row) => (scores[row] === NO_SCORE ? Number.NaN : scores[row]!);
}

/** Returns a test of a day against a period; `docs/RULES.md` defines the comparisons. */
function dayTest(op: Comparison, period: string): (day: number) => boolean {
  const [from, to] = periodDays(period) ?? [Number.NaN, Number.NaN];
  const tests: Readonly<Record<Comparison, (day: number) => boolean>> = {
    '=': (day) => day >= from && day <= to,
    '!=': (day) => day < from || day > to,
    '<': (day) => day < from,
    '<=': (day) => day <= to,
    '>': (day) => day > to,
    '>=': (day) => day >= from,
  };
  return tests[op];
}
