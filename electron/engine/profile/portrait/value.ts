import type { Database } from 'better-sqlite3';
import type { Expectation, Portrait } from '../../../../shared/contract/portrait.ts';
import { readValueFit, type ValueFit, valueVersion } from '../../store/models/value-fit.ts';
import { expectationOf } from '../../value/expectation.ts';
import { summarise } from '../../value/summarise.ts';
import { isoDate } from './customer.ts';
import type { ShopFigures } from './shop-figures.ts';

/** Returns the expected purchases and value of a user according to the stored models. */
export function customerValue(db: Database, shop: ShopFigures, user: number): Portrait['value'] {
  const fit = readValueFit(db);
  if (!fit) return { fit: 'none', weeks: null, nextPurchase: null, expected: null };
  const { weeks, backTest } = fit.report;
  return {
    fit: fit.version === valueVersion(db) ? 'current' : 'outdated',
    weeks,
    nextPurchase: backTest?.nextPurchase ?? null,
    expected: expectedOf(fit, shop, user),
  };
}

function expectedOf(fit: ValueFit, { customers, lastDay }: ShopFigures, user: number): Expectation | null {
  const data = customers()?.data;
  if (!data || lastDay === null) return null;
  const from = data.users.indexOf(user);
  if (from === -1) return null;
  let to = from;
  while (data.users[to] === user) to++;
  const { x, tx, T, spend } = summarise(
    {
      users: data.users.subarray(from, to),
      days: data.days.subarray(from, to),
      purchases: data.purchases.subarray(from, to),
      values: data.values.subarray(from, to),
      returned: data.returned.subarray(from, to),
    },
    lastDay,
  );
  if (x.length === 0) return null;
  const history = { x: x[0]!, tx: tx[0]!, T: T[0]!, spend: spend[0]! };
  const { next, ...expected } = expectationOf(fit, history, fit.report.weeks);
  return {
    x: history.x,
    tx: history.tx,
    T: history.T,
    ...expected,
    next: { chance: next.chance, from: isoDate(lastDay + next.from), to: isoDate(lastDay + next.to) },
  };
}
