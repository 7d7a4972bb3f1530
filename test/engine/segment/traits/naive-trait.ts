import type { Aggregate, EventValue, Formula, Operator, Period } from '../../../../shared/domain/traits/formula.ts';
import type { ShopEvent } from '../../../support/shop.ts';
import { dayOf, hourOf, lastTime, matchingEvents, measure, moneyOf, type Truth } from '../naive-events.ts';

const DAY = 86_400_000;

/** Value of a formula for a user, null for none, by a full scan of the events for each operand. */
export function traitOf(formula: Formula, user: string, truth: Truth): number | string | null {
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'measure':
      return known(measure(formula.measure, user, truth));
    case 'trait':
      return traitOf(truth.traits![formula.trait]!, user, truth);
    case 'calculation': {
      const [left, right] = [traitOf(formula.left, user, truth), traitOf(formula.right, user, truth)];
      if (typeof left !== 'number' || typeof right !== 'number') return null;
      return known(calculate(formula.operator, left, right));
    }
    default:
      return aggregateOf(formula, user, truth);
  }
}

const known = (value: number) => (Number.isFinite(value) ? value : null);

function calculate(operator: Operator, a: number, b: number): number {
  return { '+': a + b, '-': a - b, '*': a * b, '/': a / b }[operator];
}

function aggregateOf(aggregate: Aggregate, user: string, truth: Truth): number | string | null {
  const events = matchingEvents(aggregate.of, user, truth).toSorted((a, b) => a.time - b.time);
  const values = (value: EventValue) =>
    events.map((event) => eventValue(value, event, truth)).filter((one) => one !== null && one !== undefined);
  switch (aggregate.kind) {
    case 'count':
      return events.length;
    case 'sum':
      return sum(values(aggregate.value));
    case 'mean':
      return known(sum(values(aggregate.value)) / values(aggregate.value).length);
    case 'distinct':
      return new Set(values(aggregate.value)).size;
    case 'first':
      return values(aggregate.value)[0] ?? null;
    case 'last':
      return values(aggregate.value).at(-1) ?? null;
    case 'mostFrequent': {
      const all = values(aggregate.value);
      const countOf = (value: number | string) => all.filter((other) => other === value).length;
      const most = Math.max(...all.map(countOf));
      return all.findLast((value) => countOf(value) === most) ?? null;
    }
    case 'daysSince': {
      const times = events.filter(({ timeKind }) => timeKind !== 'order').map(({ time }) => time);
      const time = aggregate.event === 'first' ? times[0] : times.at(-1);
      return time === undefined ? null : (lastTime(truth.events) - time) / DAY;
    }
    case 'streak':
      return streak(events, aggregate.period, truth);
  }
}

const sum = (values: (number | string)[]) => values.reduce<number>((total, value) => total + Number(value), 0);

function eventValue(value: EventValue, event: ShopEvent, truth: Truth): number | string | null | undefined {
  const item = truth.items?.find((one) => one.item === event.item);
  if (value === 'amount') return known(moneyOf(event, truth));
  if (value === 'hour') return known(hourOf(event, truth));
  if (value === 'day') return dayOf(event, truth);
  if (value === 'category' || value === 'brand' || value === 'price') return event[value] ?? item?.[value];
  return event[value];
}

/** Longest series of periods of which each begins where the previous one ends. */
function streak(events: ShopEvent[], period: Period, truth: Truth): number {
  const days = events.map((event) => dayOf(event, truth)).filter((day) => day !== null);
  const starts = new Set(days.map((day) => startOf(period, new Date(day)).getTime()));
  const lengths = [...starts].map((start) => {
    let length = 0;
    for (let at = new Date(start); starts.has(at.getTime()); at = nextStart(period, at)) length++;
    return length;
  });
  return Math.max(0, ...lengths);
}

function startOf(period: Period, day: Date): Date {
  if (period === 'days') return day;
  const back = period === 'months' ? day.getUTCDate() - 1 : (day.getUTCDay() + 6) % 7;
  return new Date(day.getTime() - back * DAY);
}

function nextStart(period: Period, start: Date): Date {
  if (period === 'months') return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
  return new Date(start.getTime() + (period === 'weeks' ? 7 : 1) * DAY);
}
