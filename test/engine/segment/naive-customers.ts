import { isPurchase, isReturn } from '../../../shared/domain/actions.ts';
import { LIFE_STAGES, lifeStages, shopGaps } from '../../../shared/domain/life-stage.ts';
import { rfmName } from '../../../shared/domain/rfm.ts';
import type { Comparison, CustomerCondition } from '../../../shared/domain/rule.ts';
import { timeZone } from '../../../shared/domain/time/time-zone.ts';
import type { ShopEvent } from '../../support/shop.ts';
import { compare, type Truth } from './naive-events.ts';

const DAY = 86_400_000;

interface Customer {
  readonly user: string;
  /** Days with a purchase, ascending. */
  readonly days: readonly number[];
  /** NaN if no amount is known. */
  readonly spent: number;
}

const customersByTruth = new WeakMap<Truth, Customer[]>();

/** Whether a user matches a condition on customers, by a full scan of the events. */
export function matchesCustomer(condition: CustomerCondition, user: string, truth: Truth): boolean {
  const customers = customersByTruth.get(truth) ?? customersOf(truth);
  customersByTruth.set(truth, customers);
  const place = customers.findIndex((customer) => customer.user === user);
  const own = customers[place];
  if (!own) return false;
  const until = Math.max(...dated(truth).map((event) => dayOf(event, truth)));
  if ('purchaseDay' in condition) {
    const of = { first_purchase: own.days.slice(0, 1), last_purchase: own.days.slice(-1), purchase_day: own.days };
    return of[condition.purchaseDay].some((day) => isWhen(isoDay(day), condition.op, condition.period));
  }
  if ('lifeStage' in condition) {
    let end = until;
    while (condition.at !== undefined && isoDay(end) > `${condition.at}-99`) end--;
    const offsets = [0];
    for (const customer of customers) offsets.push(offsets.at(-1)! + customer.days.length);
    const histories = {
      offsets: Int32Array.from(offsets),
      days: Int32Array.from(customers.flatMap((customer) => customer.days)),
    };
    const gaps = shopGaps(histories, end);
    return gaps !== null && lifeStages(histories, end, gaps)[place] === LIFE_STAGES.indexOf(condition.lifeStage);
  }
  const value = { recency: own.days.at(-1)!, frequency: own.days.length, monetary: own.spent };
  const hasMoney = customers.some(({ spent }) => !Number.isNaN(spent));
  const r = score(
    customers.map(({ days }) => days.at(-1)!),
    value.recency,
  );
  const f = score(
    customers.map(({ days }) => days.length),
    value.frequency,
  );
  const m = hasMoney
    ? score(
        customers.map(({ spent }) => spent),
        value.monetary,
      )
    : f;
  if ('rfm' in condition) return m !== 0 && rfmName({ r, f, m }) === condition.rfm;
  const richer = customers.filter(({ spent }, at) => spent > own.spent || (spent === own.spent && at < place)).length;
  const decile = Number.isNaN(own.spent)
    ? 0
    : 1 + Math.floor((10 * richer) / customers.filter(({ spent }) => !Number.isNaN(spent)).length);
  const scores = { recency_score: r, frequency_score: f, monetary_score: m, monetary_decile: decile };
  const compared = scores[condition.score];
  return compared !== 0 && compare(compared, condition.op, condition.value);
}

/** 1 + the fifths of the others that are smaller, at most 5; 3 for a single value, 0 if it is unknown. */
function score(values: readonly number[], value: number): number {
  const known = values.filter((other) => !Number.isNaN(other));
  if (Number.isNaN(value)) return 0;
  if (known.length === 1) return 3;
  return Math.min(5, 1 + Math.floor((5 * known.filter((other) => other < value).length) / (known.length - 1)));
}

const dated = ({ events }: Truth) => events.filter((event) => event.timeKind !== 'order');

/** The customers in the order in which `fillShop` numbers them. */
function customersOf(truth: Truth): Customer[] {
  const users = [...new Set([...Object.keys(truth.users), ...truth.events.map(({ user }) => user)])];
  return users.flatMap((user) => {
    const own = dated(truth).filter((event) => event.user === user);
    const days = [...new Set(own.filter(({ action }) => isPurchase(action)).map((event) => dayOf(event, truth)))];
    const amounts = own
      .filter(({ action }) => isPurchase(action) || isReturn(action))
      .map((event) => (isPurchase(event.action) ? amountOf(event, truth) : Math.min(0, amountOf(event, truth))))
      .filter((amount) => !Number.isNaN(amount));
    const spent = amounts.length === 0 ? Number.NaN : amounts.reduce((sum, amount) => sum + amount, 0);
    return days.length === 0 ? [] : [{ user, days: days.sort((a, b) => a - b), spent }];
  });
}

function amountOf({ amount, price, quantity = 1, item }: ShopEvent, { items }: Truth): number {
  const unit = price ?? items?.find((one) => one.item === item)?.price ?? Number.NaN;
  return amount ?? unit * quantity;
}

function dayOf(event: ShopEvent, { zone = 'UTC' }: Truth): number {
  const offset = event.timeKind === 'date' ? 0 : timeZone(zone).offset(event.time);
  return Math.floor((event.time + offset) / DAY);
}

const isoDay = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

/** Compares a day with a period by their digits. */
function isWhen(day: string, op: Comparison, period: string): boolean {
  const [start = '', end = start] = period.split('..');
  const place = day.slice(0, start.length) < start ? -1 : Number(day.slice(0, end.length) > end);
  return compare(place, op, 0);
}
