import { describe, expect, it } from 'vitest';
import { saveSegment } from '../../../electron/engine/store/segments/segments.ts';
import type { OpenWorkspace } from '../../../electron/engine/store/workspace.ts';
import { changeSettings } from '../../../electron/engine/store/workspace-settings.ts';
import { valueJob } from '../../../electron/engine/value/value-job.ts';
import { Random } from '../../../shared/domain/random.ts';
import { addMap, fillShop, type ShopEvent, testWorkspace } from '../../support/shop.ts';
import { jobContext } from '../ingest/import-helpers.ts';
import { portraitOf } from './portrait.ts';

const DAY = 86_400_000;
/** Monday 1 January 2024, 10:00 UTC. */
const MONDAY = Date.UTC(2024, 0, 1, 10);

const event = (user: string, day: number, rest: Partial<ShopEvent> = {}): ShopEvent => ({
  ...{ user, time: MONDAY + day * DAY, action: 'purchase', item: 'tea', category: 'food' },
  ...rest,
});
const days = (count: number, every = 1) => Array.from({ length: count }, (_, i) => every * i);

function shopOf(events: readonly ShopEvent[]): OpenWorkspace {
  const workspace = testWorkspace();
  fillShop(workspace, { events });
  return workspace;
}

/** Sets a field of a user's first events, which the support of tests does not know. */
function setFirst({ db }: OpenWorkspace, user: string, count: number, assignment: string): void {
  db.prepare(
    `UPDATE events SET ${assignment} WHERE (user, time) IN
       (SELECT user, time FROM events WHERE user = (SELECT id FROM users WHERE name = ?) ORDER BY time LIMIT ?)`,
  ).run(user, count);
}

describe('a user who has not bought', () => {
  it('is no customer, with or without models of value', async () => {
    const views = shopOf([event('ann', 0, { action: 'view' })]);
    expect(portraitOf(views, 'ann')).toMatchObject({
      customer: null,
      value: { fit: 'none', weeks: null, nextPurchase: null, expected: null },
      price: null,
      discounts: null,
    });
    const workspace = buyers();
    await valueJob({ until: null, weeks: 13, replace: false }, jobContext(workspace));
    expect(portraitOf(workspace, 'visitor')).toMatchObject({
      customer: null,
      value: { fit: 'current', expected: null },
    });
  });

  it('has no stage, habits or day of the data where only the order of events is known', () => {
    const workspace = testWorkspace();
    fillShop(workspace, { events: days(5).map((day) => event('ann', day)), timeKind: 'order' });
    expect(portraitOf(workspace, 'ann')).toMatchObject({ until: null, customer: null, habits: [], months: [] });
  });
});

describe('the RFM and the stage of a customer', () => {
  it('count the days with a purchase, whatever was viewed since', () => {
    const workspace = shopOf([
      ...days(6, 10).flatMap((day) => [event('ann', day, { amount: 5 }), event('ann', day + 0.1, { amount: 5 })]),
      ...days(20, 5).map((day) => event('bo', day, { amount: 1 })),
      event('ann', 95, { action: 'view' }),
    ]);
    const { customer } = portraitOf(workspace, 'ann');
    expect(customer).toMatchObject({ purchases: 6, first: '2024-01-01', last: '2024-02-20', spent: 60, average: 10 });
    expect(customer?.rfm).toEqual({ r: 1, f: 1, m: 5, name: 'atRisk' });
    expect(customer?.stage).toMatchObject({ stage: 'lapsed', silent: 45, ownMedian: 10, shopMedian: 5 });
    expect(portraitOf(workspace, 'bo').customer?.stage?.stage).toBe('active');
  });

  it('take returns off the money, and know no stage with fewer than twenty gaps', () => {
    const workspace = shopOf([
      event('ann', 0, { amount: 30 }),
      event('ann', 2, { amount: -10, action: 'return' }),
      event('ann', 3),
    ]);
    const ann = portraitOf(workspace, 'ann');
    expect(ann.customer).toMatchObject({ purchases: 2, spent: 20, average: 10, stage: null });
    expect([ann.gross, ann.measures.monetary.value]).toEqual([30, 20]);
  });
});

describe('the end of the data', () => {
  it('is the last day in the zone of the shop; a date is the same day in every zone', async () => {
    const midnight = Date.UTC(2024, 0, 1);
    const workspace = shopOf([
      event('ann', 0),
      event('ann', 0, { time: midnight + 9 * DAY, timeKind: 'date' }),
      ...days(25).flatMap((user) => [event(`c${user}`, user / 5), event(`c${user}`, 3 + user / 5)]),
    ]);
    changeSettings(workspace.db, { timeZone: 'America/New_York' });
    const ann = portraitOf(workspace, 'ann');
    expect(ann).toMatchObject({ until: '2024-01-10', customer: { last: '2024-01-10', stage: { silent: 0 } } });
    const { until, customers } = await valueJob({ until: null, weeks: 1, replace: false }, jobContext(workspace));
    expect({ until, customers }).toEqual({ until: '2024-01-10', customers: 26 });
  });
});

describe('habits', () => {
  it('are hours and weekends that a user surely prefers to all users', () => {
    const hour = (h: number) => ({ time: MONDAY + (h - 10) * 3_600_000 });
    const workspace = shopOf([
      ...days(10).map((day) => event('ann', 0, { time: MONDAY + day * DAY + 10 * 3_600_000 })),
      ...days(40).map((day) => event('bo', 0, { time: hour(12).time + day * DAY })),
      ...days(8, 7).flatMap((week) => [5, 6].map((day) => event('cem', week + day))),
    ]);
    const { habits } = portraitOf(workspace, 'ann');
    expect(habits).toMatchObject([{ when: 'evening', events: 10, share: 1, overall: 10 / 66 }]);
    const { habits: ofCem } = portraitOf(workspace, 'cem');
    expect(ofCem.map(({ when }) => when)).toEqual(['morning', 'weekend']);
    expect(ofCem[1]).toMatchObject({ events: 16, share: 1 });
    expect(portraitOf(workspace, 'bo').habits.map(({ when }) => when)).toEqual(['afternoon']);
  });
});

describe('the price level', () => {
  it('is the mean percentile among the prices paid in each category', () => {
    const workspace = shopOf([
      ...days(20).map((day) => event('bo', day, { price: day + 1 })),
      ...days(4).map((day) => event('ann', day, { price: 100 })),
      ...days(3).map((day) => event('cem', day, { price: 0.5, category: 'few' })),
    ]);
    const { price } = portraitOf(workspace, 'ann');
    // Of 24 prices, 20 are lower and 4 equal: (20 + 24) / 2 of 24.
    expect(price).toMatchObject({ purchases: 4, level: 'high' });
    expect(price?.percentile.value).toBeCloseTo((100 * 22) / 24, 9);
    expect(portraitOf(workspace, 'bo').price?.level).toBe('middle');
    expect(portraitOf(workspace, 'cem').price).toBeNull();
  });
});

describe('discounts, channels and campaigns', () => {
  it('are compared with all other purchases and events, where the data have them', () => {
    const workspace = shopOf([
      ...days(8).map((day) => event('ann', day)),
      ...days(40).map((day) => event('bo', day)),
      ...days(2).map((day) => event('cem', day)),
    ]);
    expect(portraitOf(workspace, 'ann')).toMatchObject({ discounts: null, channels: [], campaigns: [] });
    workspace.db.exec(`UPDATE imports SET fields = '["discount","channel"]', imported = 1;
      INSERT INTO channels VALUES (1, 'app'), (2, 'web'); INSERT INTO campaigns VALUES (1, 'spring')`);
    setFirst(workspace, 'ann', 8, 'discount = 5, channel = 1');
    setFirst(workspace, 'bo', 40, 'discount = 0, channel = 2');
    setFirst(workspace, 'bo', 4, 'discount = 5, campaign = 1');
    const ann = portraitOf(workspace, 'ann');
    expect(ann.discounts).toEqual({ purchases: 8, discounted: 8, overall: 12 / 50, verdict: 'more' });
    expect(ann.channels).toEqual([{ name: 'app', events: 8, share: 1, overall: 8 / 48 }]);
    const bo = portraitOf(workspace, 'bo');
    expect(bo.discounts).toMatchObject({ purchases: 40, discounted: 4, verdict: 'less' });
    expect(bo.campaigns).toEqual([{ name: 'spring', events: 4, share: 1, overall: 1 }]);
    expect(portraitOf(workspace, 'cem').discounts).toBeNull();
  });
});

describe('the place of a user', () => {
  it('is that on the map, with the means of the cluster, and the segments that contain the user', () => {
    const workspace = shopOf([
      ...days(4).map((day) => event('ann', day, { amount: 10 })),
      ...days(2).map((day) => event('bo', day, { amount: 50 })),
      event('cem', 0, { amount: 5 }),
    ]);
    addMap(workspace, 'map-1', [
      { user: 'ann', x: 1, y: 2, cluster: 7 },
      { user: 'bo', x: 2, y: 2, cluster: 7 },
      { user: 'cem', x: 9, y: 9, cluster: 8 },
    ]);
    workspace.db.exec(`INSERT INTO clusters (map, id, size, traits, code, params)
      VALUES ('map-1', 7, 2, '[]', 'text', '{"text":"tea"}')`);
    saveSegment(workspace.db, 'Drinkers', '{"rule":"events > 0"}', Int32Array.of(1, 2));
    expect(portraitOf(workspace, 'ann')).toMatchObject({
      cluster: {
        ...{ map: 'map-1', id: 7, size: 2, x: 1, y: 2, name: { code: 'text', params: { text: 'tea' } } },
        means: { events: 3, sessions: 0, frequency: 3, monetary: 70 },
      },
      segments: [{ name: 'Drinkers', size: 2 }],
      previous: null,
      next: 'bo',
    });
    expect(portraitOf(workspace, 'cem')).toMatchObject({ segments: [], previous: 'bo', next: null });
  });
});

/** Eighty customers over a year, each at a rate of their own until they stop, and a visitor. */
function buyers(): OpenWorkspace {
  const random = new Random(11);
  const events = Array.from({ length: 80 }, (_, c) => {
    const gap = 5 + random.integer(40);
    const list: ShopEvent[] = [];
    for (let day = random.integer(60); day < 365; day += Math.ceil(gap * 2 * random.float()) || 1) {
      list.push(event(`c${c}`, day, { amount: 5 + random.integer(50) }));
      if (random.chance(0.1)) break;
    }
    return list;
  }).flat();
  return shopOf([...events, event('visitor', 360, { action: 'view' })]);
}

describe('what models expect of a customer', () => {
  it('equals what the job computes for all, with intervals that contain it', async () => {
    const workspace = buyers();
    expect(portraitOf(workspace, 'c0').value).toMatchObject({ fit: 'none', expected: null });
    const report = await valueJob({ until: null, weeks: 13, replace: false }, jobContext(workspace));
    const values = Array.from({ length: 80 }, (_, c) => portraitOf(workspace, `c${c}`).value);
    expect(values[0]).toMatchObject({ fit: 'current', weeks: 13, nextPurchase: report.backTest?.nextPurchase });
    const expected = values.map((value) => value.expected!);
    const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
    expect(sum(expected.map(({ active }) => active.value))).toBeCloseTo(report.alive, 6);
    expect(sum(expected.map(({ purchases }) => purchases.value))).toBeCloseTo(report.forecast.expected, 6);
    expect(sum(expected.map(({ money }) => money!.value))).toBeCloseTo(report.expectedValue!, 6);
    expect(sum(expected.map(({ mbg }) => mbg.purchases))).toBeCloseTo(report.mbgnbdExpected, 6);
    expect(sum(expected.map(({ pareto }) => pareto.purchases))).toBeCloseTo(report.paretoNbdExpected, 6);
    for (const { active, purchases, money, next } of expected) {
      for (const { value, low, high } of [active, purchases, money!]) {
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(low).toBeGreaterThanOrEqual(0);
      }
      expect(active.high).toBeLessThanOrEqual(1);
      expect(next.chance).toBeLessThanOrEqual(active.value);
      expect(next.from <= next.to).toBe(true);
    }
    expect(portraitOf(workspace, 'c3').value).toEqual(portraitOf(workspace, 'c3').value);
  });

  it('is marked as out of date once events have changed, and left alone by a forecast from an earlier day', async () => {
    const workspace = buyers();
    await valueJob({ until: null, weeks: 13, replace: false }, jobContext(workspace));
    await valueJob({ until: '2024-10-01', weeks: 9, replace: false }, jobContext(workspace));
    expect(portraitOf(workspace, 'c0').value).toMatchObject({ fit: 'current', weeks: 13 });
    workspace.db.exec('UPDATE imports SET imported = imported + 1');
    expect(portraitOf(workspace, 'c0').value).toMatchObject({ fit: 'outdated', weeks: 13 });
    workspace.db.exec(`UPDATE settings SET value = '{"of":"another version"}' WHERE name = 'value'`);
    expect(portraitOf(workspace, 'c0').value.fit).toBe('none');
  });

  it('has intervals of the next purchase that hold four of five in the back-test', async () => {
    const { backTest } = await valueJob({ until: null, weeks: 13, replace: false }, jobContext(buyers()));
    const { customers, inside } = backTest!.nextPurchase;
    expect(customers).toBeGreaterThan(20);
    expect(inside / customers).toBeGreaterThan(0.65);
  });
});
