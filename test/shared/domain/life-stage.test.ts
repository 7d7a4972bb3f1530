import { describe, expect, it } from 'vitest';
import {
  LIFE_STAGES,
  type LifeStage,
  lifeStage,
  lifeStages,
  NO_STAGE,
  type ShopGaps,
  shopGaps,
} from '../../../shared/domain/life-stage.ts';

/** A shop whose customers come back after 20 days, 80 % of the time within 40, 95 % within 100. */
const SHOP: ShopGaps = { count: 1000, median: 20, late: 40, gone: 100 };
const TODAY = 1000;

describe('the stage of a customer', () => {
  const cases: readonly [title: string, days: number[], LifeStage][] = [
    ['bought for the first time today', [1000], 'new'],
    ['bought for the first time 40 days ago', [960, 980], 'new'],
    ['bought once, 41 days ago', [959], 'atRisk'],
    ['bought once, 100 days ago', [900], 'atRisk'],
    ['bought once, 101 days ago', [899], 'lapsed'],
    ['bought 90 and 30 days ago', [910, 970], 'active'],
    ['came back 10 days ago after 150 days', [840, 990], 'wonBack'],
    ['came back 41 days ago after 150 days and has bought since', [800, 809, 959, 990], 'active'],
    ['came back after 100 days, which is no lapse here', [890, 990], 'active'],
  ];
  it.each(cases)('who %s', (_title, days, stage) => {
    expect(lifeStage(Int32Array.from(days), TODAY, SHOP)?.stage).toBe(stage);
  });

  it('follows the own gaps where there are at least four', () => {
    const weekly = Int32Array.of(944, 951, 958, 965, 972, 979);
    expect(lifeStage(weekly, TODAY, SHOP)).toEqual({
      ...{ stage: 'atRisk', silent: 21, riskAfter: 14, lapsedAfter: 35, gaps: 5, ownMedian: 7 },
    });
    const threeGaps = weekly.subarray(2);
    expect(lifeStage(threeGaps, TODAY, SHOP)).toEqual({
      ...{ stage: 'active', silent: 21, riskAfter: 40, lapsedAfter: 100, gaps: 3, ownMedian: null },
    });
    const yearly = Int32Array.of(0, 200, 400, 600, 800);
    expect(lifeStage(yearly, TODAY, SHOP)).toMatchObject({ stage: 'active', riskAfter: 400, lapsedAfter: 1000 });
  });

  it('at an earlier day ignores what came later, and is none before the first purchase', () => {
    const days = Int32Array.of(840, 990);
    expect(lifeStage(days, 839, SHOP)).toBeNull();
    expect(lifeStage(days, 850, SHOP)?.stage).toBe('new');
    expect(lifeStage(days, 960, SHOP)?.stage).toBe('lapsed');
    expect(lifeStage(Int32Array.of(), TODAY, SHOP)).toBeNull();
  });

  it('is the same for one customer and in the column of all', () => {
    const users = cases.map(([, days]) => days);
    const offsets = Int32Array.of(0, ...users.map((_, i) => users.slice(0, i + 1).flat().length), users.flat().length);
    const codes = lifeStages({ offsets, days: Int32Array.from(users.flat()) }, TODAY, SHOP);
    expect([...codes].map((code) => LIFE_STAGES[code])).toEqual([...cases.map(([, , stage]) => stage), undefined]);
    expect(codes.at(-1)).toBe(NO_STAGE);
  });
});

describe('the gaps of a shop', () => {
  /** One customer for each gap. */
  const histories = (gaps: readonly number[]) => ({
    offsets: Int32Array.from({ length: gaps.length + 1 }, (_, i) => 2 * i),
    days: Int32Array.from(gaps.flatMap((gap) => [0, gap])),
  });

  it('are summarised by their median and the 80 % and 95 % quantiles', () => {
    const gaps = Array.from({ length: 101 }, (_, i) => i + 1);
    expect(shopGaps(histories(gaps), 500)).toEqual({ count: 101, median: 51, late: 81, gone: 96 });
  });

  it('are those that had ended by the day, and unknown if fewer than twenty', () => {
    const gaps = Array.from({ length: 40 }, (_, i) => i + 1);
    expect(shopGaps(histories(gaps), 30)?.count).toBe(30);
    expect(shopGaps(histories(gaps), 19)).toBeNull();
  });
});
