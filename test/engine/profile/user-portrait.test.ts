import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liftLowerBound, smoothedLift } from '../../../electron/engine/profile/portrait/lift-bound.ts';
import { userPage } from '../../../electron/engine/profile/user-page.ts';
import { timeline } from '../../../electron/engine/store/events/timeline.ts';
import { NO_SCORE, quintileScores } from '../../../shared/domain/quintiles.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';
import { portraitOf } from './portrait.ts';

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
  return workspace;
}

describe('a user’s portrait', () => {
  it('contains declared attributes and measures', () => {
    const ann = portraitOf(shop(), 'ann');
    expect(ann.attributes).toEqual(new Map([['city', 'Lyon']]));
    expect(ann.measures.monetary).toEqual({ value: 200, quintile: 5 });
    expect(ann.measures.frequency.value).toBe(1);
    expect(ann.measures.recency).toEqual({ value: 0, quintile: 5 });
    expect(ann.months).toEqual(['2024-01', '2024-02']);
    expect([...ann.monthly]).toEqual([2, 1]);
    expect(ann.hours[10]).toBe(1);
    expect(ann.hours.reduce((sum, n) => sum + n, 0)).toBe(3);
  });

  it('has no similar users and no cluster before there are profiles and a map', () => {
    expect(portraitOf(shop(), 'ann')).toMatchObject({ run: null, nearest: [], cluster: null });
  });

  it('of an unknown user is refused with the nearest names as a hint', () => {
    expect(() => portraitOf(shop(), 'anne')).toThrow(
      expect.objectContaining({ code: 'USER_NOT_FOUND', hint: expect.stringContaining('ann') }),
    );
  });

  it('lists the behaviours, the latest first', () => {
    const { db } = shop();
    const { total, events } = timeline(db, 1, { offset: 0, limit: 2 });
    expect(total).toBe(3);
    expect(events.map((event) => [event.action, event.title, event.amount])).toEqual([
      ['purchase', '手机', 200],
      ['view', '手机', null],
    ]);
  });
});

describe('interests', () => {
  const views = (user: string, category: string, days: readonly number[]) =>
    days.map((day) => ({ user, time: MONDAY + day * DAY, action: 'view', item: category, category }));
  const daysFrom = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);

  function interestsOfAnn(events: readonly ReturnType<typeof views>[number][]) {
    const workspace = testWorkspace();
    const other = views('bo', 'other', daysFrom(0, 479));
    fillShop(workspace, { items: [{ item: 'often', title: '常' }], users: {}, events: [...events, ...other] });
    return portraitOf(workspace, 'ann').interests;
  }

  it('are what surely exceeds the share among all users, and at least three events', () => {
    const { categories, items, brands } = interestsOfAnn([
      ...views('ann', 'rare', [0]),
      ...views('ann', 'twice', [1, 2]),
      ...views('ann', 'often', daysFrom(3, 13)),
      ...views('bo', 'often', daysFrom(500, 7)),
    ]);
    expect(categories.map(({ name }) => name)).toEqual(['often']);
    const share = 20 / 502;
    expect(categories[0]).toMatchObject({ events: 13, share: 13 / 16, overallShare: share });
    expect(categories[0]?.lift).toBeCloseTo(smoothedLift(13, 16, share), 12);
    expect(categories[0]?.low).toBeCloseTo(liftLowerBound(13, 16, share), 12);
    expect(items[0]).toMatchObject({ name: 'often', title: '常' });
    expect(brands).toEqual([]);
  });

  it('rise or fade if the recent half of the events surely differs from the earlier one', () => {
    const events = [
      ...views('ann', 'before', daysFrom(0, 6)),
      ...views('ann', 'always', daysFrom(6, 4)),
      ...views('ann', 'always', daysFrom(10, 4)),
      ...views('ann', 'since', daysFrom(14, 6)),
    ];
    const { categories } = interestsOfAnn(events);
    expect(new Map(categories.map(({ name, trend }) => [name, trend]))).toEqual(
      new Map([
        ['before', 'fading'],
        ['always', 'steady'],
        ['since', 'rising'],
      ]),
    );
    expect(categories.find(({ name }) => name === 'since')).toMatchObject({ earlier: 0, recent: 6 });
  });

  it('have no trend where no division of the few events could be significant', () => {
    expect(interestsOfAnn(views('ann', 'often', daysFrom(0, 5))).categories).toMatchObject([{ trend: null }]);
  });
});

describe('a timeline', () => {
  it('has the text and the rating of a review, besides its item', () => {
    const workspace = testWorkspace();
    const event = { user: 'ann', time: MONDAY, action: 'review', item: 'tea', text: 'Fresh and green', rating: 4.5 };
    fillShop(workspace, { items: [{ item: 'tea', title: '茶' }], users: {}, events: [event] });
    expect(timeline(workspace.db, 1, { offset: 0, limit: 1 }).events).toMatchObject([
      { item: 'tea', title: '茶', text: 'Fresh and green', rating: 4.5 },
    ]);
  });
});

describe('a filtered timeline', () => {
  it('has the events with all of the values, and their number', () => {
    const { db } = shop();
    const filtered = (filter: Parameters<typeof timeline>[2]['filter']) =>
      timeline(db, 1, { offset: 0, limit: 1, ...(filter && { filter }) });
    expect(filtered({ action: 'view', category: 'tech' }).total).toBe(2);
    expect(filtered({ action: 'purchase', item: 'phone' })).toMatchObject({ total: 1, events: [{ amount: 200 }] });
    expect(filtered({ action: 'purchase', category: 'food' })).toEqual({ total: 0, events: [] });
    expect(filtered({ text: '手' }).total).toBe(3);
    expect(filtered({ text: 'PHONE' }).total).toBe(3);
    expect(filtered({ text: '%' }).total).toBe(0);
  });
});

describe('the lower bound of an interest’s lift', () => {
  it('ranks thirteen events above a single one with a rarer item', () => {
    const [once, often] = [
      { events: 1, share: 0.001 },
      { events: 13, share: 0.02 },
    ];
    expect(smoothedLift(once.events, 30, once.share)).toBeGreaterThan(smoothedLift(often.events, 30, often.share));
    expect(liftLowerBound(once.events, 30, once.share)).toBeLessThan(liftLowerBound(often.events, 30, often.share));
  });

  it('is the 5 % quantile of a gamma distribution, and approaches the lift with more events', () => {
    // A shape of 10 has the 5 % quantile 5.4254 (Pearson and Hartley's table of chi-square: 10.851 / 2 with 20 degrees).
    expect(liftLowerBound(9.5, 5, 0.1) * 10 * 0.1).toBeCloseTo(5.425, 2);
    const near = liftLowerBound(50_000, 100_000, 0.1) / smoothedLift(50_000, 100_000, 0.1);
    expect(near).toBeGreaterThan(0.99);
    expect(near).toBeLessThan(1);
  });
});

describe('an interest’s lift', () => {
  it('is 1 for a user who behaves like all users, whatever the number of events', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (total, share) => {
        expect(smoothedLift(total * share, total, share)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('quintiles', () => {
  it('are from 1 to 5 and increase with the value', () => {
    const known = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
    fc.assert(
      fc.property(known, (values) => {
        const fifths = [...quintileScores(values.toSorted((a, b) => a - b))];
        expect(Math.min(...fifths)).toBeGreaterThanOrEqual(1);
        expect(Math.max(...fifths)).toBeLessThanOrEqual(5);
        expect(fifths).toEqual(fifths.toSorted((a, b) => a - b));
      }),
    );
  });

  it('put all users without purchases into the lowest quintile, and the latest visit into the highest', () => {
    expect([...quintileScores([0, 0, 0, 0, 9])]).toEqual([1, 1, 1, 1, 5]);
    expect([...quintileScores([0, 10, 20, 30, 40], { smallIsGood: true })]).toEqual([5, 4, 3, 2, 1]);
  });

  it('are unknown for unknown values', () => {
    expect([...quintileScores([1, Number.NaN])]).toEqual([3, NO_SCORE]);
  });
});

describe('the table of users', () => {
  const ask = { search: '', order: 'monetary', descending: true, offset: 0, limit: 50 } as const;

  it('is sorted by a measure, and searched by name', () => {
    const { db } = shop();
    expect(userPage(db, ask).users).toEqual(['ann', 'bob', 'cem']);
    expect(userPage(db, { ...ask, order: 'recency', descending: true }).users).toEqual(['bob', 'cem', 'ann']);
    expect(userPage(db, { ...ask, search: 'B' })).toMatchObject({ total: 1, users: ['bob'] });
    expect(userPage(db, { ...ask, order: 'user', descending: false, offset: 1, limit: 1 }).users).toEqual(['bob']);
  });
});
