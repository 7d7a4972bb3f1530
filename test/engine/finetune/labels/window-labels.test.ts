import { expect, test } from 'vitest';
import { windowLabels } from '../../../../electron/engine/finetune/labels/window-labels.ts';
import { readHistories } from '../../../../electron/engine/store/events/histories.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../../support/shop.ts';

const DAY = 86_400_000;
const CUTOFF = 100 * DAY;
const view = (user: string): ShopEvent => ({ user, time: CUTOFF - DAY, action: 'view', item: 'cup' });
const event = (user: string, day: number, action: string, amount: number): ShopEvent => ({
  ...{ user, time: CUTOFF + day * DAY, action, item: 'cup', amount },
});

test('the spending of a window is its purchases less its returns, and not negative', () => {
  const workspace = testWorkspace();
  fillShop(workspace, {
    events: [
      ...['buyer', 'returner', 'late', 'earlier'].map(view),
      event('buyer', 1, 'purchase', 30),
      event('buyer', 2, 'purchase', 12),
      event('returner', 1, 'purchase', 30),
      event('returner', 3, 'refund', -20),
      event('late', 1, 'purchase', 30),
      event('late', 8, 'refund', -30),
      event('earlier', 1, 'refund', -50),
    ],
  });
  const { db } = workspace;
  const histories = readHistories(db);
  const spend = (actions?: string[]) => {
    const { labels, examples } = windowLabels(db, histories, { kind: 'spend', days: 7, ...(actions && { actions }) }, [
      CUTOFF,
    ]);
    const nameOf = db.prepare<[number], string>('SELECT name FROM users WHERE id = ?').pluck();
    return Object.fromEntries(
      Array.from(examples.history, (h, i) => [nameOf.get(histories.users[h]!), labels.values[i]]),
    );
  };
  expect(spend()).toEqual({ buyer: 42, returner: 10, late: 30, earlier: 0 });
  expect(spend(['purchase'])).toEqual({ buyer: 42, returner: 30, late: 30, earlier: 0 });
});
