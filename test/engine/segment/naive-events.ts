import { isPurchase, isReturn } from '../../../shared/domain/actions.ts';
import type { Behaviour, Comparison, Measure } from '../../../shared/domain/rule.ts';
import { timeZone } from '../../../shared/domain/time/time-zone.ts';
import type { Formula } from '../../../shared/domain/traits/formula.ts';
import type { ShopEvent } from '../../support/shop.ts';

const DAY = 86_400_000;

export interface Truth {
  readonly events: ShopEvent[];
  readonly users: Record<string, Record<string, string>>;
  readonly items?: { item: string; category?: string; brand?: string; price?: number }[];
  /** Zone of the hours of events; UTC by default. */
  readonly zone?: string;
  readonly traits?: Record<string, Formula>;
  readonly segments?: Record<string, readonly string[]>;
  /** Classes and scores of predictions by their names. */
  readonly predictions?: Record<string, { classes: readonly string[]; scores: Record<string, readonly number[]> }>;
}

export function matchingEvents(
  { action, category, brand, item, days, from, to, hours, price = [] }: Behaviour,
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
      (from === undefined || (dayOf(event, truth) ?? '') >= from) &&
      (to === undefined || (dayOf(event, truth) ?? '9') <= to) &&
      (hours === undefined || isWithin(hourOf(event, truth), hours)) &&
      price.every(({ op, value }) => compare(event.price ?? knownItem?.price ?? Number.NaN, op, value))
    );
  });
}

/** Time of the last dated event; NaN if there is none. */
export function lastTime(events: readonly ShopEvent[]): number {
  const times = events.filter((event) => event.timeKind !== 'order').map((event) => event.time);
  return times.length === 0 ? Number.NaN : Math.max(...times);
}

/** Hour of the day of an event; NaN if it has no clock. */
export function hourOf(event: ShopEvent, { zone = 'UTC' }: Truth): number {
  if (event.timeKind !== undefined && event.timeKind !== 'clock') return Number.NaN;
  const local = Math.floor((event.time + timeZone(zone).offset(event.time)) / 3_600_000);
  return ((local % 24) + 24) % 24;
}

function isWithin(hour: number, [from, to]: readonly [number, number]): boolean {
  return from <= to ? hour >= from && hour <= to : hour >= from || hour <= to;
}

export function money(events: ShopEvent[], truth: Truth): number {
  return events.reduce((sum, event) => sum + (moneyOf(event, truth) || 0), 0);
}

/** Monetary value of an event; NaN if it is unknown. */
export function moneyOf(event: ShopEvent, truth: Truth): number {
  const price = event.price ?? truth.items?.find((one) => one.item === event.item)?.price;
  return event.amount ?? (price === undefined ? Number.NaN : price * (event.quantity ?? 1));
}

/** Money of returns: that of a state of an order is positive and does not count. */
function returned(events: readonly ShopEvent[], truth: Truth): number {
  const amounts = events.filter((event) => isReturn(event.action)).map((event) => money([event], truth));
  return amounts.reduce((sum, amount) => sum + Math.min(amount, 0), 0);
}

export function measure(name: Measure, user: string, truth: Truth): number {
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

/** Date of an event in the zone of the shop; null if it has none. */
export function dayOf({ time, timeKind = 'clock' }: ShopEvent, { zone = 'UTC' }: Truth): string | null {
  if (timeKind === 'order') return null;
  const local = timeKind === 'clock' ? time + timeZone(zone).offset(time) : time;
  return new Date(local).toISOString().slice(0, 10);
}

export function compare<T extends number | string>(a: T, op: Comparison, b: T): boolean {
  if (typeof a === 'number' && Number.isNaN(a)) return false;
  return { '=': a === b, '!=': a !== b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[op];
}
