import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { valueJob } from '../../../electron/engine/value/value-job.ts';
import { Random } from '../../../shared/domain/random.ts';
import { testFolder } from '../../support/folder.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';

const DAY = 86_400_000;
const FIRST = Date.UTC(2024, 0, 1);
const input = { until: null, weeks: 13, replace: false };

/** Purchases of 80 customers over a year, each at a rate of their own until they stop. */
function purchases(): ShopEvent[] {
  const random = new Random(11);
  return Array.from({ length: 80 }, (_, c) => {
    const gap = 5 + random.integer(40);
    const spend = 5 + random.integer(50);
    const events: ShopEvent[] = [];
    for (let day = random.integer(60); day < 365; day += Math.ceil(gap * 2 * random.float()) || 1) {
      const amount = spend * (0.5 + random.float());
      events.push({ user: `=c${c}`, time: FIRST + day * DAY, action: 'purchase', item: 'tea', amount });
      if (random.chance(0.1)) break;
    }
    return events;
  }).flat();
}

function shop(events: readonly ShopEvent[]) {
  const workspace = testWorkspace();
  fillShop(workspace, { events });
  return { workspace, ...recordingContext(workspace) };
}

describe('the value of customers', () => {
  it('is computed, tested on the last weeks, and written with a row per customer', async () => {
    const { context } = shop(purchases());
    const out = join(testFolder(), 'value.csv');
    const report = await valueJob({ ...input, out }, context);
    expect(report).toMatchObject({ customers: 80, weeks: 13 });
    expect(report.backTest?.actual).toBeGreaterThan(0);
    expect(report.gammaGamma?.customers).toBeGreaterThan(20);
    const [header, ...rows] = readFileSync(out, 'utf8').trim().split('\r\n');
    expect(header).toBe('user,purchases,weeks_since_last,p_alive,expected_purchases,expected_spend,expected_value');
    expect(rows.length).toBe(80);
    const columns = rows.map((row) => row.split(','));
    const sum = (column: number) => columns.reduce((total, cells) => total + Number(cells[column]), 0);
    expect(sum(3)).toBeCloseTo(report.alive, 2);
    expect(sum(4)).toBeCloseTo(report.forecast.expected, 2);
    expect(sum(6)).toBeCloseTo(report.expectedValue!, 1);
    expect(columns.every(([user]) => user!.startsWith("'=c"))).toBe(true);
  });

  it('is the same for any order of the events, and the same again', async () => {
    const events = purchases();
    const [first, second] = [shop(events), shop(events.toReversed())];
    const report = await valueJob(input, first.context);
    const other = await valueJob(input, second.context);
    expect(other.forecast.expected).toBeCloseTo(report.forecast.expected, 6);
    expect(await valueJob(input, first.context)).toEqual(report);
  });

  it('without prices is the number of purchases only', async () => {
    const { context } = shop(purchases().map(({ amount: _, ...event }) => event));
    const report = await valueJob(input, context);
    expect(report).toMatchObject({ gammaGamma: null, expectedValue: null });
    expect(report.forecast.expected).toBeGreaterThan(0);
  });

  it('with more returned than bought is never negative or infinite', async () => {
    const events = purchases();
    const returns = events.map((event) => ({ ...event, time: event.time + DAY, action: 'return', amount: -1000 }));
    const { context } = shop([...events, ...returns.slice(0, returns.length / 2)]);
    const { expectedValue } = await valueJob(input, context);
    expect(expectedValue).toBeGreaterThan(0);
    expect(expectedValue).toSatisfy(Number.isFinite);
  });

  it('is refused without purchases, with too few repeat customers, and for a day without data', async () => {
    const views = purchases().map((event) => ({ ...event, action: 'view' }));
    await expect(valueJob(input, shop(views).context)).rejects.toMatchObject({ code: 'NO_PURCHASES' });
    const undated = testWorkspace();
    fillShop(undated, { events: purchases(), timeKind: 'order' });
    await expect(valueJob(input, recordingContext(undated).context)).rejects.toMatchObject({ code: 'NO_PURCHASES' });
    const once = [...new Map(purchases().map((event) => [event.user, event])).values()];
    await expect(valueJob(input, shop(once).context)).rejects.toMatchObject({
      code: 'FEW_CUSTOMERS',
      details: { customers: 80, repeat: 0 },
    });
    const { context } = shop(purchases());
    for (const until of ['2030-01-01', '2019-01-01'])
      await expect(valueJob({ ...input, until }, context)).rejects.toMatchObject({ code: 'DAY_NOT_COVERED' });
  });
});
