import { isPurchase, isReturn } from '../../../shared/domain/actions.ts';
import { insidePolygon } from '../../../shared/domain/polygon.ts';
import type { Behaviour, Comparison, Measure, Rule, Value } from '../../../shared/domain/rule.ts';
import { timeZone } from '../../../shared/domain/time/time-zone.ts';
import type { ShopEvent } from '../../support/shop.ts';

const DAY = 86_400_000;

export interface Truth {
  readonly events: ShopEvent[];
  readonly users: Record<string, Record<string, string>>;
  readonly items?: { item: string; category?: string; brand?: string; price?: number }[];
  /** Zone of the hours of events; UTC by default. */
  readonly zone?: string;
  readonly segments?: Record<string, readonly string[]>;
  /** Classes and scores of predictions by their names. */
  readonly predictions?: Record<string, { classes: readonly string[]; scores: Record<string, readonly number[]> }>;
}

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
  if ('prediction' in rule) {
    const { classes = [], scores = {} } = truth.predictions?.[rule.prediction] ?? {};
    const own = scores[user];
    if (!own) return false;
    if ('is' in rule) return classes[own.indexOf(Math.max(...own))] === rule.is;
    return compare(own[rule.class === undefined ? 0 : classes.indexOf(rule.class)]!, rule.op, rule.value);
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

function matchingEvents(
  { action, category, brand, item, days, hours, price = [] }: Behaviour,
  user: string,
  truth: Truth,
): ShopEvent[] {
  const last = lastTime(truth.events);
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
      (days === undefined || event.time > last - days * DAY) &&
      (hours === undefined || isWithin(hourOf(event, truth), hours)) &&
      price.every(({ op, value }) => compare(event.price ?? knownItem?.price ?? Number.NaN, op, value))
    );
  });
}

/** Time of the last dated event; NaN if there is none. */
function lastTime(events: readonly ShopEvent[]): number {
  const times = events.filter((event) => event.timeKind !== 'order').map((event) => event.time);
  return times.length === 0 ? Number.NaN : Math.max(...times);
}

/** Hour of the day of an event; NaN if it has no clock. */
function hourOf(event: ShopEvent, { zone = 'UTC' }: Truth): number {
  if (event.timeKind !== undefined && event.timeKind !== 'clock') return Number.NaN;
  const local = Math.floor((event.time + timeZone(zone).offset(event.time)) / 3_600_000);
  return ((local % 24) + 24) % 24;
}

function isWithin(hour: number, [from, to]: readonly [number, number]): boolean {
  return from <= to ? hour >= from && hour <= to : hour >= from || hour <= to;
}

function money(events: ShopEvent[], truth: Truth): number {
  const prices = events.map((event) => {
    const price = event.price ?? truth.items?.find((one) => one.item === event.item)?.price;
    return event.amount ?? (price === undefined ? 0 : price * (event.quantity ?? 1));
  });
  return prices.reduce((sum, price) => sum + price, 0);
}

/** Money of returns: that of a state of an order is positive and does not count. */
function returned(events: readonly ShopEvent[], truth: Truth): number {
  const amounts = events.filter((event) => isReturn(event.action)).map((event) => money([event], truth));
  return amounts.reduce((sum, amount) => sum + Math.min(amount, 0), 0);
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
      return money(purchases, truth) + returned(own, truth);
    default: {
      return (lastTime(truth.events) - lastTime(own)) / DAY;
    }
  }
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

function compare<T extends number | string>(a: T, op: Comparison, b: T): boolean {
  if (typeof a === 'number' && Number.isNaN(a)) return false;
  return { '=': a === b, '!=': a !== b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[op];
}
