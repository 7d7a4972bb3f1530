import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quintile } from '../../../electron/engine/profile/all-measures.ts';
import { interestLift, interestLowerBound } from '../../../electron/engine/profile/interests.ts';
import { userPage } from '../../../electron/engine/profile/user-page.ts';
import { userPortrait } from '../../../electron/engine/profile/user-portrait.ts';
import { timeline } from '../../../electron/engine/store/events/timeline.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';

const DAY = 86_400_000;
/** Monday 1 January 2024, 10:00 UTC. */
const MONDAY = Date.UTC(2024, 0, 1, 10);

function shop() {
  const workspace = testWorkspace();
  const view = (user: string, day: number, item: string, category: string) => ({
    user,
    time: MONDAY + day * DAY,
    action: 'view',
    item,
    category,
  });
  fillShop(workspace, {
    items: [{ item: 'phone', title: '手机' }, { item: 'tea' }],
    users: { ann: { city: 'Lyon' } },
    events: [
      view('ann', 0, 'phone', 'tech'),
      view('ann', 1, 'phone', 'tech'),
      {
        user: 'ann',
        time: MONDAY + 40 * DAY,
        action: 'purchase',
        item: 'phone',
        category: 'tech',
        price: 100,
        quantity: 2,
      },
      view('bob', 1, 'tea', 'food'),
      view('bob', 2, 'tea', 'food'),
      view('cem', 3, 'tea', 'food'),
    ],
  });
  return workspace.db;
}

describe('a user’s portrait', () => {
  it('contains declared attributes and measures', () => {
    const ann = userPortrait(shop(), 'ann');
    expect(ann.attributes).toEqual(new Map([['city', 'Lyon']]));
    expect(ann.measures.monetary).toEqual({ value: 200, quintile: 5 });
    expect(ann.measures.frequency.value).toBe(1);
    expect(ann.measures.recency).toEqual({ value: 0, quintile: 5 });
    expect(ann.months).toEqual(['2024-01', '2024-02']);
    expect([...ann.monthly]).toEqual([2, 1]);
    expect(ann.hours[10]).toBe(1);
    expect(ann.hours.reduce((sum, n) => sum + n, 0)).toBe(3);
  });

  it('lists interests, the surest first', () => {
    const { categories, items } = userPortrait(shop(), 'ann').interests;
    expect(categories.map((interest) => interest.name)).toEqual(['tech']);
    expect(categories[0]).toMatchObject({ events: 3, share: 1, overallShare: 0.5, lift: interestLift(3, 3, 0.5) });
    expect(items[0]).toMatchObject({ name: 'phone', title: '手机' });
  });

  it('has no similar users and no cluster before there are profiles and a map', () => {
    expect(userPortrait(shop(), 'ann')).toMatchObject({ run: null, nearest: [], cluster: null });
  });

  it('of an unknown user is refused with the nearest names as a hint', () => {
    expect(() => userPortrait(shop(), 'anne')).toThrow(
      expect.objectContaining({ code: 'USER_NOT_FOUND', hint: expect.stringContaining('ann') }),
    );
  });

  it('lists the behaviours, the latest first', () => {
    const db = shop();
    const { total, events } = timeline(db, 1, 0, 2);
    expect(total).toBe(3);
    expect(events.map((event) => [event.action, event.title, event.amount])).toEqual([
      ['purchase', '手机', 200],
      ['view', '手机', null],
    ]);
  });
});

describe('the order of interests', () => {
  it('has a category of thirteen events before a rarer one of a single event with a higher lift', () => {
    const workspace = testWorkspace();
    const views = (user: string, category: string, count: number) =>
      Array.from({ length: count }, (_, i) => ({
        ...{ user, time: MONDAY + i * 60_000, action: 'view', item: category, category },
      }));
    const events = [
      ...views('ann', 'rare', 1),
      ...views('ann', 'often', 13),
      ...views('bo', 'often', 7),
      ...views('bo', 'other', 479),
    ];
    fillShop(workspace, { items: [{ item: 'rare' }, { item: 'often' }, { item: 'other' }], users: {}, events });
    const { categories } = userPortrait(workspace.db, 'ann').interests;
    expect(categories.map(({ name }) => name)).toEqual(['often', 'rare']);
    expect(categories[1]?.lift).toBeGreaterThan(categories[0]!.lift);
  });
});

describe('a timeline', () => {
  it('has the text and the rating of a review, besides its item', () => {
    const workspace = testWorkspace();
    const event = { user: 'ann', time: MONDAY, action: 'review', item: 'tea', text: 'Fresh and green', rating: 4.5 };
    fillShop(workspace, { items: [{ item: 'tea', title: '茶' }], users: {}, events: [event] });
    expect(timeline(workspace.db, 1, 0, 1).events).toMatchObject([
      { item: 'tea', title: '茶', text: 'Fresh and green', rating: 4.5 },
    ]);
  });
});

describe('the lower bound of an interest’s lift', () => {
  it('ranks thirteen events above a single one with a rarer item', () => {
    const [once, often] = [
      { events: 1, share: 0.001 },
      { events: 13, share: 0.02 },
    ];
    expect(interestLift(once.events, 30, once.share)).toBeGreaterThan(interestLift(often.events, 30, often.share));
    expect(interestLowerBound(once.events, 30, once.share)).toBeLessThan(
      interestLowerBound(often.events, 30, often.share),
    );
  });

  it('is the 5 % quantile of a gamma distribution, and approaches the lift with more events', () => {
    // A shape of 10 has the 5 % quantile 5.4254 (Pearson and Hartley's table of chi-square: 10.851 / 2 with 20 degrees).
    expect(interestLowerBound(9.5, 5, 0.1) * 10 * 0.1).toBeCloseTo(5.425, 2);
    const near = interestLowerBound(50_000, 100_000, 0.1) / interestLift(50_000, 100_000, 0.1);
    expect(near).toBeGreaterThan(0.99);
    expect(near).toBeLessThan(1);
  });
});

describe('an interest’s lift', () => {
  it('is 1 for a user who behaves like all users, whatever the number of events', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (total, share) => {
        expect(interestLift(total * share, total, share)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('quintiles', () => {
  it('are from 1 to 5 and increase with the value', () => {
    const known = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
    fc.assert(
      fc.property(known, (values) => {
        const fifths = values.toSorted((a, b) => a - b).map((value) => quintile(values, value)!);
        expect(Math.min(...fifths)).toBeGreaterThanOrEqual(1);
        expect(Math.max(...fifths)).toBeLessThanOrEqual(5);
        expect(fifths).toEqual(fifths.toSorted((a, b) => a - b));
      }),
    );
  });

  it('put all users without purchases into the lowest quintile, and the latest visit into the highest', () => {
    expect(quintile([0, 0, 0, 0, 9], 0)).toBe(1);
    expect(quintile([0, 0, 0, 0, 9], 9)).toBe(5);
    expect(quintile([0, 10, 20, 30, 40], 0, true)).toBe(5);
    expect(quintile([0, 10, 20, 30, 40], 40, true)).toBe(1);
  });

  it('are unknown for unknown values', () => {
    expect(quintile([1, Number.NaN], Number.NaN)).toBeNull();
  });
});

describe('the table of users', () => {
  const ask = { search: '', order: 'monetary', descending: true, offset: 0, limit: 50 } as const;

  it('is sorted by a measure, and searched by name', () => {
    const db = shop();
    expect(userPage(db, ask).users).toEqual(['ann', 'bob', 'cem']);
    expect(userPage(db, { ...ask, order: 'recency', descending: true }).users).toEqual(['bob', 'cem', 'ann']);
    expect(userPage(db, { ...ask, search: 'B' })).toMatchObject({ total: 1, users: ['bob'] });
    expect(userPage(db, { ...ask, order: 'user', descending: false, offset: 1, limit: 1 }).users).toEqual(['bob']);
  });
});
