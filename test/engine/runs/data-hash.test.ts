import { describe, expect, it } from 'vitest';
import { dataHash } from '../../../electron/engine/runs/data-hash.ts';
import { readHistories } from '../../../electron/engine/store/events/histories.ts';
import { fillShop, type Shop, type ShopEvent, testWorkspace } from '../../support/shop.ts';
import { ringEvents } from '../train/ring-shop.ts';

function hashOf(events: readonly ShopEvent[], items: NonNullable<Shop['items']> = [], texts = false): string {
  const workspace = testWorkspace();
  fillShop(workspace, { events, items });
  return dataHash(workspace.db, readHistories(workspace.db, { texts }));
}

const events = ringEvents({ users: 12, walk: 6 });
const changed = (at: number, change: Partial<ShopEvent>) =>
  events.map((event, i) => (i === at ? { ...event, ...change } : event));

describe('the hash of a run’s data', () => {
  it('has 64 hexadecimal digits and is deterministic', () => {
    const firstHash = hashOf(events);
    expect(firstHash).toMatch(/^[\da-f]{64}$/);
    expect(hashOf(events)).toBe(firstHash);
  });

  it('does not depend on the order in which users, items and categories got their ids', () => {
    const byUser = Object.values(Object.groupBy(events, ({ user }) => user)).flatMap((group) => group ?? []);
    const lastUserFirst = byUser.toReversed().sort((a, b) => a.time - b.time);
    expect(hashOf(lastUserFirst)).toBe(hashOf(events));
  });

  it('does not depend on the names of users, nor on items without events', () => {
    expect(hashOf(events.map((event) => ({ ...event, user: `hashed ${event.user}` })))).toBe(hashOf(events));
    expect(hashOf(events, [{ item: 'never seen', category: 'nor this' }])).toBe(hashOf(events));
  });

  it.each<[string, readonly ShopEvent[]]>([
    ['an event is missing', events.slice(1)],
    ['an event is duplicated', [...events, events[0]!]],
    ['a time is a millisecond later', changed(3, { time: events[3]!.time + 1 })],
    ['an action differs', changed(3, { action: 'cart' })],
    ['an item has another name', events.map((event) => ({ ...event, item: event.item?.replace('item 1', 'item I') }))],
    ['a category differs', changed(3, { category: 'category X' })],
    ['a brand is added', changed(3, { brand: 'a brand' })],
    ['a price is a cent higher', changed(3, { price: events[3]!.price! + 0.01 })],
    ['an amount is added', changed(3, { amount: 7 })],
    ['a session is split', changed(3, { session: 'of its own' })],
    ['an event belongs to another user', changed(3, { user: 'somebody else' })],
  ])('changes if %s', (_what, changedEvents) => {
    expect(hashOf(changedEvents)).not.toBe(hashOf(events));
  });

  it('depends on the texts if the run reads texts, but not on their order', () => {
    const withTexts = (first: string, second: string) =>
      events.map((event, i) => ({ ...event, text: i === 3 ? first : i === 9 ? second : undefined }));
    const textHash = hashOf(withTexts('fits well', 'too small'), [], true);
    expect(hashOf(withTexts('fits well', 'too small'), [], true)).toBe(textHash);
    expect(hashOf(withTexts('fits well', 'too large'), [], true)).not.toBe(textHash);
    expect(hashOf(withTexts('too small', 'fits well'), [], true)).not.toBe(textHash);
    expect(hashOf(withTexts('too small', 'fits well').toReversed(), [], true)).toBe(
      hashOf(withTexts('too small', 'fits well'), [], true),
    );
    expect(hashOf(withTexts('fits well', 'too small'))).toBe(hashOf(events));
    expect(hashOf(events, [], true)).toBe(hashOf(events));
  });

  it('depends on the category of an item in the events', () => {
    const bare = events.map(({ category: _category, ...event }) => event);
    const items = [{ item: 'item 3', category: 'toys' }];
    expect(hashOf(bare, items)).not.toBe(hashOf(bare));
  });
});
