import { describe, expect, it } from 'vitest';
import { segmentQueries } from '../../../../electron/engine/segment/queries.ts';
import { QueryState } from '../../../../electron/engine/segment/query-state.ts';
import type { OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { changeSettings } from '../../../../electron/engine/store/workspace-settings.ts';
import { RFM_NAMES } from '../../../../shared/domain/customer-words.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../../support/shop.ts';

const at = (day: string, hour = 10) => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
const bought = (user: string, day: string, amount?: number): ShopEvent => ({
  user,
  time: at(day),
  action: 'purchase',
  amount,
});

function shopOf(events: readonly ShopEvent[]): OpenWorkspace {
  const workspace = testWorkspace();
  fillShop(workspace, { events });
  return workspace;
}

const baseOf = (workspace: OpenWorkspace, until: string | null = null) =>
  segmentQueries.base(new QueryState(workspace), { until });

describe('the customer base', () => {
  it('says that nobody has bought, with and without dates', () => {
    const none = { customers: 0, withMoney: 0, net: 0, gross: 0, details: null };
    expect(baseOf(testWorkspace())).toEqual({ until: null, users: 0, ...none });
    const views = [{ user: 'ann', time: at('2026-01-05'), action: 'view' }];
    expect(baseOf(shopOf(views))).toEqual({ until: '2026-01-05', users: 1, ...none });
    const undated = [{ user: 'ann', time: 3, action: 'purchase', timeKind: 'order' as const }];
    expect(baseOf(shopOf(undated))).toEqual({ until: null, users: 1, ...none });
  });

  it('has no life stages, no forecast and no names above promising where everyone has bought once', () => {
    const { details, customers } = baseOf(
      shopOf(['01', '02', '03', '04', '05', '06'].map((day) => bought(`u${day}`, `2026-01-${day}`, 5))),
    );
    expect(customers).toBe(6);
    expect(details).toMatchObject({ stages: null, forecast: null, noForecast: 'fewCustomers' });
    expect(details!.concentration).toMatchObject({ gini: 0, negative: 0 });
    const names = RFM_NAMES.filter((_, i) => details!.rfm.groups.customers[i]! > 0);
    for (const name of names) expect(['champion', 'loyal', 'cannotLose', 'atRisk']).not.toContain(name);
    expect(details!.change.current).toMatchObject({ wonBack: null, lapsed: null, buyers: 6, newCustomers: 6 });
  });

  it('counts money net of returns and before them, also where more was paid back than paid', () => {
    const { net, gross, withMoney, details } = baseOf(
      shopOf([
        bought('ann', '2026-01-05', 100),
        { user: 'ann', time: at('2026-01-07'), action: 'return', amount: -30 },
        bought('bob', '2026-01-05', 10),
        { user: 'bob', time: at('2026-02-06'), action: 'refund', amount: -50 },
        bought('cem', '2026-02-06', -5),
        bought('dan', '2026-02-07'),
      ]),
    );
    expect([net, gross, withMoney]).toEqual([100 - 30 + 10 - 50 - 5, 100 + 10 - 5, 3]);
    expect(details!.concentration).toMatchObject({ customers: 3, negative: 2, topDecile: 1 });
    expect([...details!.concentration!.lorenz.subarray(0, 60)].every((share) => share === 0)).toBe(true);
    expect([...details!.cohorts.net]).toEqual([80, -50, -5, 0]);
    expect([...details!.cohorts.gross]).toEqual([110, 0, -5, 0]);
    expect([...details!.cohorts.buyers]).toEqual([2, 0, 2, 0]);
  });

  it('has no concentration where no money is known, or none was left', () => {
    expect(baseOf(shopOf([bought('ann', '2026-01-05')])).details!.concentration).toBeNull();
    const returned = [bought('ann', '2026-01-05', 5), { ...bought('ann', '2026-01-06', -5), action: 'return' }];
    expect(baseOf(shopOf(returned)).details!.concentration).toBeNull();
  });

  it('counts days in the time zone of the workspace, events without a clock on their own day', () => {
    const workspace = shopOf([
      { ...bought('ann', '2026-01-31', 5), time: at('2026-01-31', 20) },
      { ...bought('bob', '2026-01-31', 5), time: at('2026-01-31', 0), timeKind: 'date' },
      bought('cem', '2026-02-02', 5),
    ]);
    const firsts = () => [...baseOf(workspace).details!.cohorts.customers];
    expect(firsts()).toEqual([2, 1]);
    changeSettings(workspace.db, { timeZone: 'Asia/Shanghai' });
    expect(firsts()).toEqual([1, 2]);
  });

  it('ends with a purchase that has only a date, in a zone where the last moment is a day earlier', () => {
    const workspace = shopOf([
      bought('ann', '2026-01-05', 5),
      { ...bought('bob', '2026-01-09', 5), time: at('2026-01-09', 0), timeKind: 'date' },
    ]);
    changeSettings(workspace.db, { timeZone: 'America/New_York' });
    expect(baseOf(workspace)).toMatchObject({ until: '2026-01-09', customers: 2 });
  });

  it('shows the last 24 months beside an event of 1970 and one of 2100', () => {
    const { until, details } = baseOf(
      shopOf([bought('ann', '1970-01-02', 5), bought('bob', '2026-01-05', 5), bought('cem', '2100-03-04', 5)]),
    );
    expect(until).toBe('2100-03-04');
    const { months, earlier, customers } = details!.cohorts;
    expect([months.length, months[0], months.at(-1), earlier]).toEqual([24, '2098-04', '2100-03', 2]);
    expect(customers.at(-1)).toBe(1);
    expect(details!.change.previous).toMatchObject({ from: '2100-02-01', to: '2100-02-04', buyers: 0 });
  });

  it('compares a whole month with the whole month before, and a part with the same days of it', () => {
    const events = [bought('ann', '2026-01-31', 5), bought('bob', '2026-02-28', 7)];
    expect(baseOf(shopOf(events)).details!.change.previous).toMatchObject({
      from: '2026-01-01',
      to: '2026-01-31',
      net: 5,
    });
    const part = baseOf(shopOf([...events, bought('ann', '2026-03-30', 1)])).details!.change;
    expect(part.current).toMatchObject({ from: '2026-03-01', to: '2026-03-30', newCustomers: 0, net: 1 });
    expect(part.previous).toMatchObject({ from: '2026-02-01', to: '2026-02-28', newCustomers: 1, net: 7 });
    expect(baseOf(shopOf([bought('ann', '2026-01-31', 5)])).details!.change.previous).toBeNull();
  });

  it('describes an earlier day from the events until then, and refuses a day that the data do not cover', () => {
    const workspace = shopOf([bought('ann', '2026-01-05', 5), bought('bob', '2026-02-05', 7)]);
    expect(baseOf(workspace, '2026-01-31')).toMatchObject({ until: '2026-01-31', customers: 1, net: 5, users: 2 });
    for (const day of ['2026-01-04', '2026-02-06']) {
      expect(() => baseOf(workspace, day)).toThrow(
        expect.objectContaining({ code: 'DAY_NOT_COVERED', details: expect.objectContaining({ first: '2026-01-05' }) }),
      );
    }
  });

  it('counts a user with 100,000 events like any other, and computes the base once', () => {
    const workspace = shopOf([bought('ann', '2024-01-01', 1), bought('bob', '2026-01-05', 3)]);
    // A purchase of 1 every ten minutes.
    const sql = `INSERT INTO events (user, time, seq, action, amount, import)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 99999)
      SELECT 1, ? + 600000 * i, 1 + i, 1, 1, 1 FROM n`;
    workspace.db.prepare(sql).run(at('2024-01-01'));
    const state = new QueryState(workspace);
    const base = segmentQueries.base(state, { until: null });
    expect(base.customers).toBe(2);
    expect(base.net).toBe(100_003);
    expect(base.details!.stages!.limits).toEqual({ count: 694, median: 1, late: 1, gone: 1 });
    expect([...base.details!.stages!.now.customers]).toEqual([1, 0, 0, 1, 0]);
    expect(segmentQueries.base(state, { until: null })).toBe(base);
  });
});
