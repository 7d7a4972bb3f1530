import { describe, expect, it } from 'vitest';
import { fitBlend, levelsOf, rankByBlend, storedBlend } from '../../../../electron/engine/evaluate/blend/blend.ts';
import {
  candidatesOf,
  type Shortlists,
  shortlistLength,
} from '../../../../electron/engine/evaluate/blend/candidates.ts';
import { FIRST_TOKEN } from '../../../../electron/engine/sequence/fields.ts';
import { rankingMetrics } from '../../../../electron/engine/train/rank/metrics.ts';
import { rankAll } from '../../../../electron/engine/train/rank/rank.ts';
import type { Scorer, TestSet } from '../../../../electron/engine/train/rank/rank-batches.ts';
import { Random } from '../../../../shared/domain/random.ts';

const ITEMS = 200;
const TOKENS = FIRST_TOKEN + ITEMS;
const PLACES = 50;
const ignore = () => {};

/** Test cases with targets drawn at random; every other user has a long history. */
function testSet(cases: number, seed: number): TestSet {
  const random = new Random(seed);
  const lengths = Array.from({ length: cases }, (_, i) => (i % 2 ? 40 : 4));
  const column = new Int32Array(lengths.reduce((sum, length) => sum + length, 0));
  let end = 0;
  const all = lengths.map((length) => {
    const from = end;
    end += length;
    column[end - 1] = FIRST_TOKEN + random.integer(ITEMS);
    return { from, event: end - 1 };
  });
  return { column, tokens: TOKENS, cases: all };
}

/** Scores at random, with the target's raised for short or long histories. */
const scorer =
  (set: TestSet, seed: number, boost: (length: number) => number): Scorer =>
  (cases) =>
    Float32Array.from(
      cases.flatMap(({ from, event }) => {
        const random = new Random(seed, event);
        return Array.from(
          { length: TOKENS },
          (_, token) => random.normal() + (token === set.column[event] ? boost(event - from) : 0),
        );
      }),
    );

function rankersFor(set: TestSet, seed: number) {
  const rank = (score: Scorer) => rankAll(set, score, { topCount: PLACES });
  return {
    model: rank(scorer(set, seed, (length) => (length < 10 ? 3 : 0))),
    neighbours: rank(scorer(set, seed + 1, (length) => (length < 10 ? 0 : 3))),
    popularity: rank(scorer(set, seed + 2, () => 0)),
  };
}

describe('a blend of rankers', () => {
  const validation = testSet(600, 1);
  const test = testSet(600, 2);
  const lists = rankersFor(test, 200);
  const blend = fitBlend({ lists: rankersFor(validation, 100), places: PLACES }, validation, ignore)!;

  it('is better than each of them on other cases, where each knows a part of the users', () => {
    const { ranks } = rankByBlend(blend, { lists, places: PLACES }, test, 10);
    const best = Math.max(...Object.values(lists).map((list) => rankingMetrics(list.ranks)['ndcg@10']!));
    expect(rankingMetrics(ranks)['ndcg@10']).toBeGreaterThan(1.4 * best);
  });

  it('trusts each ranker on the activity level where it is right', () => {
    const levels = levelsOf(blend);
    const total = (level: number, ranker: string) => {
      const { score, place } = levels[level]!.weights[ranker]!;
      return score + place;
    };
    expect(levels.at(-1)!.maxBehaviours).toBeNull();
    expect(levels[0]!.maxBehaviours).toBe(3);
    expect(total(0, 'model')).toBeGreaterThan(total(0, 'popularity') + 1);
    expect(total(levels.length - 1, 'neighbours')).toBeGreaterThan(total(levels.length - 1, 'popularity') + 1);
  });

  it('is the same after it has been stored', () => {
    expect(storedBlend(JSON.parse(JSON.stringify(levelsOf(blend))))).toEqual(blend);
  });

  it('lists its top items best first, and ranks a target in no shortlist last', () => {
    const { ranks, topTokens } = rankByBlend(blend, { lists, places: PLACES }, test, 10);
    test.cases.forEach(({ event }, testCase) => {
      const target = test.column[event]!;
      const place = topTokens.subarray(testCase * 10, (testCase + 1) * 10).indexOf(target);
      if (place >= 0) expect(ranks[testCase]).toBe(place + 1);
      const isListed = Object.values(lists).some(({ topTokens: top }) =>
        top.subarray(testCase * PLACES, (testCase + 1) * PLACES).includes(target),
      );
      expect(Number.isFinite(ranks[testCase]!)).toBe(isListed);
    });
  });

  it('is absent if there are fewer than 100 validation targets', () => {
    const few = testSet(90, 3);
    expect(fitBlend({ lists: rankersFor(few, 300), places: PLACES }, few, ignore)).toBeNull();
  });
});

describe('the candidates of a test case', () => {
  const shortlists: Shortlists = {
    places: 3,
    lists: {
      model: { topTokens: Int32Array.of(9, 8, 7), topScores: Float32Array.of(5, 3, 1) },
      popularity: { topTokens: Int32Array.of(7, 6, 0), topScores: Float32Array.of(30, 10, 0) },
    },
  };

  it('are the union of the shortlists, with the model’s logits, a baseline’s share of its range, and both places', () => {
    const { tokens, features } = candidatesOf(shortlists, 0);
    const second = 1 / Math.log2(3);
    expect([...tokens]).toEqual([9, 8, 7, 6]);
    const expected = [4, 1, 0, 0, 2, second, 0, 0, 0, 0.5, 1, 1, 0, 0, 0, second];
    for (const [i, value] of expected.entries()) expect(features[i]).toBeCloseTo(value, 6);
  });

  it('have finite features if all scores are equal or a list is empty', () => {
    const flat: Shortlists = {
      places: 2,
      lists: {
        model: { topTokens: Int32Array.of(6, 7), topScores: Float32Array.of(2, 2) },
        factors: { topTokens: Int32Array.of(6, 7), topScores: Float32Array.of(0, 0) },
        recent: { topTokens: Int32Array.of(0, 0), topScores: Float32Array.of(0, 0) },
      },
    };
    expect(candidatesOf(flat, 0).features.every(Number.isFinite)).toBe(true);
  });

  it('come from shortlists of 100 places, or fewer if there are very many cases', () => {
    expect(shortlistLength(20_000, 10)).toBe(100);
    expect(shortlistLength(200_000, 10)).toBe(25);
    expect(shortlistLength(10_000_000, 10)).toBe(10);
  });
});
