import { expect, it } from 'vitest';
import { Columns } from '../../../electron/engine/columns/columns.ts';
import { eventZone } from '../../../electron/engine/store/events/event-zone.ts';
import { readPurchaseDays } from '../../../electron/engine/store/events/purchase-days.ts';
import { changeSettings } from '../../../electron/engine/store/workspace-settings.ts';
import { Random } from '../../../shared/domain/random.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../support/shop.ts';

const HOUR = 3_600_000;
const SPRING = Date.UTC(2024, 2, 29);

it('the days of purchases are the same in columns as in SQL, over a change of the clock and with dates among times', () => {
  const random = new Random(3);
  const workspace = testWorkspace();
  const events = Array.from({ length: 400 }, (): ShopEvent => {
    const date = random.chance(0.2);
    const hour = random.integer(24 * 5);
    return {
      user: `u${random.integer(12)}`,
      time: SPRING + (date ? hour - (hour % 24) : hour) * HOUR,
      action: random.pick(['purchase', 'return', 'view', 'bought']),
      item: 'tea',
      ...(random.chance(0.7) && { amount: random.integer(9) - 3 }),
      timeKind: date ? 'date' : random.chance(0.1) ? 'order' : 'clock',
    };
  });
  fillShop(workspace, { events });
  changeSettings(workspace.db, { timeZone: 'Europe/Berlin' });
  const columns = new Columns(workspace.db).purchaseDays(eventZone(workspace.db));
  expect(columns.users.length).toBeGreaterThan(30);
  expect(columns).toEqual(readPurchaseDays(workspace.db));
});
