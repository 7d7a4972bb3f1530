import { describe, expect, it } from 'vitest';
import {
  type BaselineData,
  itemsByHistory,
  transposed,
} from '../../../../electron/engine/evaluate/baselines/baseline-data.ts';
import { BASELINES, chooseBaseline } from '../../../../electron/engine/evaluate/baselines/choose.ts';
import { FIRST_TOKEN, UNK } from '../../../../electron/engine/sequence/fields.ts';
import { rankAll } from '../../../../electron/engine/train/rank/rank.ts';
import type { Baseline } from '../../../../shared/contract/train.ts';
import { Random } from '../../../../shared/domain/random.ts';

const ITEMS = 30;
const limits = { seconds: 60, checkCancelled: () => {} };

/** Histories whose last two items are the targets of validation and test. */
function shop(histories: readonly (readonly number[])[], timeOf = (_h: number, at: number) => at) {
  const offsets = new Int32Array(histories.length + 1);
  histories.forEach((history, h) => {
    offsets[h + 1] = offsets[h]! + history.length;
  });
  const training: BaselineData = {
    offsets,
    trainEnd: Int32Array.from(histories, (_, h) => offsets[h + 1]! - 2),
    items: Int32Array.from(histories.flat(), (item) => FIRST_TOKEN + item),
    tokens: FIRST_TOKEN + ITEMS,
    time: Float64Array.from(histories.flatMap((history, h) => history.map((_, at) => timeOf(h, at)))),
    dates: true,
  };
  const testSetOf = (back: number) => ({
    column: training.items,
    tokens: training.tokens,
    cases: histories.map((_, h) => ({ from: offsets[h]!, event: offsets[h + 1]! - back })),
  });
  return { training, validation: testSetOf(2), test: testSetOf(1) };
}

type Shop = ReturnType<typeof shop>;

/** Share of users whose target is among a baseline's top three. */
function hitsOf(name: Baseline, { training, validation, test }: Shop): number {
  const chosen = chooseBaseline(name, training, validation, limits);
  if ('reason' in chosen) throw new Error(chosen.reason);
  const { ranks } = rankAll(test, chosen.score);
  return ranks.filter((rank) => rank <= 3).length / ranks.length;
}

const histories = (users: number, walk: (random: Random) => number[]) =>
  Array.from({ length: users }, (_, u) => walk(new Random(4, u)));

const ring = shop(
  histories(60, (random) => {
    const start = random.integer(ITEMS);
    return Array.from({ length: 10 }, (_, step) => (start + step) % ITEMS);
  }),
);

/** Users who visit the items of one of three groups in random order. */
const tastes = shop(
  histories(90, (random) => {
    const items = Array.from({ length: 10 }, (_, i) => 10 * random.integer(1) + i);
    random.shuffle(items);
    const taste = random.integer(3);
    return items.slice(0, 8).map((item) => 10 * taste + item);
  }),
);

/** Popularity that changes over time: in week k all users take one of the items k to k + 2. */
const weeks = histories(1500, (random) => {
  const from = random.integer(ITEMS - 6);
  return [0, 1, 2, 3].map((week) => from + week + random.integer(3) / 10);
});
const fashion = shop(
  weeks.map((history) => history.map((week) => Math.floor(week) + Math.round(10 * (week % 1)))),
  (h, at) => Math.floor(weeks[h]![at]!),
);

describe('a baseline', () => {
  it.each(['popularity', 'recent', 'followers', 'neighbours', 'factors'] as const)('%s ranks all items', (name) => {
    expect(hitsOf(name, ring)).toBeGreaterThanOrEqual(0);
  });

  it('of sequential rules predicts the next item, which popularity cannot', () => {
    expect(hitsOf('followers', ring)).toBe(1);
    expect(hitsOf('popularity', ring)).toBeLessThan(0.4);
  });

  it.each(['neighbours', 'factors'] as const)('of %s recommends items of similar users', (name) => {
    // Besides the last target, two items of its group are left, of thirty in all.
    expect(hitsOf(name, tastes)).toBeGreaterThan(0.95);
    expect(hitsOf('popularity', tastes)).toBeLessThan(0.5);
  });

  it('of recent popularity follows a trend', () => {
    expect(hitsOf('recent', fashion)).toBeGreaterThan(hitsOf('popularity', fashion) + 0.3);
  });

  it('is skipped if it lacks times, memory or time', () => {
    const { training, validation } = ring;
    const reason = (name: Baseline, of: BaselineData, seconds = 60) => {
      const chosen = chooseBaseline(name, of, validation, { ...limits, seconds });
      return 'reason' in chosen ? chosen.reason : 'none';
    };
    expect(reason('recent', { ...training, dates: false })).toBe('no-times');
    expect(reason('factors', { ...training, tokens: 100_000_000 })).toBe('too-large');
    for (const name of ['followers', 'neighbours', 'factors'] as const)
      expect(reason(name, training, 0)).toBe('too-slow');
    expect(reason('popularity', training, 0)).toBe('none');
  });

  it('can be cancelled', () => {
    const checkCancelled = () => {
      throw new Error('stopped here');
    };
    for (const name of Object.keys(BASELINES) as Baseline[]) {
      expect(() => chooseBaseline(name, ring.training, ring.validation, { seconds: 60, checkCancelled })).toThrow(
        'stopped here',
      );
    }
  });

  it.each([
    ['one user', [[1, 2, 3]]],
    [
      'one item',
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
    ],
    ['unknown items only', [[UNK - FIRST_TOKEN, UNK - FIRST_TOKEN, UNK - FIRST_TOKEN]]],
    [
      'empty training parts',
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])('has finite scores for %s', (_what, few) => {
    const { training, validation, test } = shop(few);
    for (const name of Object.keys(BASELINES) as Baseline[]) {
      const chosen = chooseBaseline(name, training, validation, limits);
      if ('reason' in chosen) continue;
      expect(chosen.score(test.cases).every(Number.isFinite)).toBe(true);
    }
  });
});

describe('the items of histories', () => {
  it('are counted once each, in order, in the training part only', () => {
    const { training } = shop([
      [4, 2, 4, 7, 9, 9],
      [2, 2, 2, 4],
    ]);
    const { offsets, column, weight } = itemsByHistory(training);
    expect([...offsets]).toEqual([0, 3, 4]);
    expect([...column].map((token) => token - FIRST_TOKEN)).toEqual([4, 2, 7, 2]);
    expect([...weight]).toEqual([2, 1, 1, 2]);
    const turned = transposed({ offsets, column, weight }, training.tokens);
    const row = (item: number) =>
      turned.column.slice(turned.offsets[FIRST_TOKEN + item], turned.offsets[FIRST_TOKEN + item + 1]);
    expect([...row(2)]).toEqual([0, 1]);
    expect([...row(9)]).toEqual([]);
    expect(transposed(turned, 2).weight).toEqual(Float32Array.of(1, 2, 1, 2));
  });
});
