import { expect, it } from 'vitest';
import { readPurchaseDays } from '../../../electron/engine/store/events/purchase-days.ts';
import { groupHistories } from '../../../electron/engine/value/purchase-groups.ts';
import { countPurchases, summarise } from '../../../electron/engine/value/summarise.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';

const DAY = 86_400_000;
const FIRST = Date.UTC(2024, 0, 1) / DAY;

function shop() {
  const workspace = testWorkspace();
  const event = (user: string, day: number, action: string, amount?: number, hour = 10) => ({
    user,
    time: (FIRST + day) * DAY + hour * 3_600_000,
    action,
    amount,
  });
  fillShop(workspace, {
    events: [
      event('ann', 0, 'purchase', 10),
      event('ann', 0, 'purchase', 5, 18),
      event('ann', 14, 'purchase', 30),
      event('ann', 15, 'return', -10),
      event('ann', 28, 'purchase', 50),
      event('bob', 7, 'purchase', 8),
      event('bob', 8, 'view'),
      event('cem', 3, 'view'),
      event('dan', 2, 'return', -4),
      event('dan', 40, 'purchase', 4),
    ],
  });
  return { db: workspace.db, data: readPurchaseDays(workspace.db) };
}

it('customers have bought at least once; the purchases of a day are one, and a return lowers the purchase before it', () => {
  const { db, data } = shop();
  const customers = summarise(data, FIRST + 35);
  const names = db.prepare('SELECT name FROM users WHERE id = ?').pluck();
  expect([...customers.users].map((user) => names.get(user))).toEqual(['ann', 'bob']);
  expect([...customers.x]).toEqual([2, 0]);
  expect([...customers.tx]).toEqual([4, 0]);
  expect([...customers.T]).toEqual([5, 4]);
  expect([...customers.spend]).toEqual([(30 - 10 + 50) / 2, Number.NaN]);
});

it('what comes after the last day of the observation is not used', () => {
  const { data } = shop();
  const customers = summarise(data, FIRST + 13);
  expect([...customers.x]).toEqual([0, 0]);
  expect([...countPurchases(data, customers.users, FIRST + 13, FIRST + 60)]).toEqual([2, 0]);
});

it('equal histories are one group with a weight', () => {
  const { x, customers, groupOf } = groupHistories({
    x: Float64Array.of(1, 0, 1, 0),
    tx: Float64Array.of(2, 0, 2, 0),
    T: Float64Array.of(5, 5, 5, 4),
  });
  expect([...x]).toEqual([0, 0, 1]);
  expect([...customers]).toEqual([1, 1, 2]);
  expect([...groupOf]).toEqual([2, 1, 2, 0]);
});
