import { insidePolygon } from '../../../shared/domain/polygon.ts';
import { type Comparison, isCustomerCondition, type Rule, type Value } from '../../../shared/domain/rule.ts';
import { matchesCustomer } from './naive-customers.ts';
import { compare, matchingEvents, measure, money, type Truth } from './naive-events.ts';
import { traitOf } from './traits/naive-trait.ts';

export interface Point {
  readonly user: string;
  readonly x: number;
  readonly y: number;
  readonly cluster: number;
}

/** Whether a user matches a rule, by a full scan of the events for each part: slow, short and simple. */
export function matches(rule: Rule, user: string, truth: Truth, points: readonly Point[]): boolean {
  const matchesPart = (part: Rule) => matches(part, user, truth, points);
  if ('all' in rule) return rule.all.every(matchesPart);
  if ('any' in rule) return rule.any.some(matchesPart);
  if ('not' in rule) return !matchesPart(rule.not);
  if ('users' in rule) return rule.users.includes(user);
  if ('segment' in rule) return truth.segments?.[rule.segment]?.includes(user) ?? false;
  if ('lasso' in rule)
    return points.some(({ user: name, x, y }) => name === user && insidePolygon(rule.lasso.polygon)(x, y));
  if (isCustomerCondition(rule)) return matchesCustomer(rule, user, truth);
  if ('prediction' in rule) {
    const { classes = [], scores = {} } = truth.predictions?.[rule.prediction] ?? {};
    const own = scores[user];
    if (!own) return false;
    if ('is' in rule) return classes[own.indexOf(Math.max(...own))] === rule.is;
    return compare(own[rule.class === undefined ? 0 : classes.indexOf(rule.class)]!, rule.op, rule.value);
  }
  if ('trait' in rule) {
    const value = traitOf(truth.traits![rule.trait]!, user, truth);
    return value !== null && compareText(String(value), rule.op, rule.value);
  }
  if ('map' in rule) return points.some((point) => point.user === user && point.cluster === rule.cluster);
  if ('measure' in rule) return compare(measure(rule.measure, user, truth), rule.op, rule.value);
  if ('count' in rule) return compare(matchingEvents(rule.count, user, truth).length, rule.op, rule.value);
  if ('sum' in rule) return compare(money(matchingEvents(rule.sum, user, truth), truth), rule.op, rule.value);
  const value = truth.users[user]?.[rule.attribute];
  if (value === undefined) return false;
  if ('in' in rule) return rule.in.some((one) => compareText(value, '=', one));
  return compareText(value, rule.op, rule.value);
}

function compareText(text: string, op: Comparison, value: Value): boolean {
  if (typeof value === 'string') return compare(text, op, value);
  return compare(jsonNumber(text), op, value);
}

/** The number that a text is in JSON; NaN if it is none. */
function jsonNumber(text: string): number {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'number' ? value : Number.NaN;
  } catch {
    return Number.NaN;
  }
}
