import { isPurchase } from '../../../shared/domain/actions.ts';
import type { Behaviour, Comparison, Measure, Rule, Value } from '../../../shared/domain/rule.ts';
import type { ShopEvent } from '../../support/shop.ts';

const DAY = 86_400_000;

export interface Truth {
  readonly events: ShopEvent[];
  readonly users: Record<string, Record<string, string>>;
  readonly items?: { item: string; category?: string; brand?: string; price?: number }[];
}

/** Whether a user matches a rule, by a full scan of the events for each part: slow, short and simple. */
export function matches(rule: Rule, user: string, truth: Truth, points: { user: string; cluster: number }[]): boolean {
  const matchesPart = (part: Rule) => matches(part, user, truth, points);
  if ('all' in rule) return rule.all.every(matchesPart);
  if ('any' in rule) return rule.any.some(matchesPart);
  if ('not' in rule) return !matchesPart(rule.not);
  if ('map' in rule) return points.some((point) => point.user === user && point.cluster === rule.cluster);
  if ('measure' in rule) return compare(measure(rule.measure, user, truth), rule.op, rule.value);
  if ('count' in rule) return compare(matchingEvents(rule.count, user, truth).length, rule.op, rule.value);
  if ('sum' in rule) return compare(money(matchingEvents(rule.sum, user, truth), truth), rule.op, rule.value);
  const value = truth.users[user]?.[rule.attribute];
  if (value === undefined) return false;
  if ('in' in rule) return rule.in.some((one) => compareText(value, '=', one));
  return compareText(value, rule.op, rule.value);
}

function matchingEvents({ action, category, brand, item, days }: Behaviour, user: string, truth: Truth): ShopEvent[] {
  const last = Math.max(...truth.events.map((event) => event.time));
  return truth.events.filter((event) => {
    const knownItem = truth.items?.find((one) => one.item === event.item);
    const name = event.category ?? knownItem?.category;
    return (
      event.user === user &&
      (action === null || event.action === action) &&
      (item === undefined || event.item === item) &&
      (brand === undefined || (event.brand ?? knownItem?.brand) === brand) &&
      (category === undefined ||
        name === category ||
        name?.startsWith(`${category}/`) ||
        name?.startsWith(`${category}.`)) &&
      (days === undefined || event.time > last - days * DAY)
    );
  });
}

function money(events: ShopEvent[], truth: Truth): number {
  const prices = events.map((event) => {
    const price = event.price ?? truth.items?.find((one) => one.item === event.item)?.price;
    return event.amount ?? (price === undefined ? 0 : price * (event.quantity ?? 1));
  });
  return prices.reduce((sum, price) => sum + price, 0);
}

function measure(name: Measure, user: string, truth: Truth): number {
  const own = truth.events.filter((event) => event.user === user);
  const purchases = own.filter((event) => isPurchase(event.action));
  switch (name) {
    case 'events':
      return own.length;
    case 'sessions':
      return new Set(own.map((event) => event.session).filter((session) => session !== undefined)).size;
    case 'frequency':
      return purchases.length;
    case 'monetary':
      return money(purchases, truth);
    default: {
      if (own.length === 0) return Number.NaN;
      return (Math.max(...truth.events.map((event) => event.time)) - Math.max(...own.map((event) => event.time))) / DAY;
    }
  }
}

function compareText(text: string, op: Comparison, value: Value): boolean {
  if (typeof value === 'string') return compare(text, op, value);
  const number = text === '' ? Number.NaN : Number(text);
  return !Number.isNaN(number) && compare(number, op, value);
}

function compare<T extends number | string>(a: T, op: Comparison, b: T): boolean {
  if (typeof a === 'number' && Number.isNaN(a)) return false;
  return { '=': a === b, '!=': a !== b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[op];
}
