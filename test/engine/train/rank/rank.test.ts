import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_TOKEN, UNK } from '../../../../electron/engine/sequence/fields.ts';
import { rankAll } from '../../../../electron/engine/train/rank/rank.ts';
import { topK } from '../../../../electron/engine/train/rank/top-k.ts';

const score = fc.integer({ min: -4, max: 4 });
/** Scores of some items, one of them the target, and a history of items. */
const arbitraryCase = fc.array(score, { minLength: 2, maxLength: 30 }).chain((scores) =>
  fc.record({
    scores: fc.constant(scores),
    target: fc.nat(scores.length - 1),
    history: fc.array(fc.nat(scores.length - 1), { maxLength: 20 }),
  }),
);

function rankCase({ scores, target, history }: { scores: number[]; target: number; history: number[] }, options = {}) {
  const column = Int32Array.from([...history.filter((item) => item !== target), target], (item) => FIRST_TOKEN + item);
  const row = Float32Array.from([...new Array(FIRST_TOKEN).fill(99), ...scores]);
  const cases = [{ from: 0, event: column.length - 1 }];
  return (ranked: 'new' | 'all') => rankAll({ column, tokens: row.length, cases, ranked }, () => row.slice(), options);
}

describe('a rank', () => {
  it('is one plus the number of better items, ties counting half, among items new to the user or all items', () => {
    fc.assert(
      fc.property(arbitraryCase, (testCase) => {
        const rank = (others: number[]) =>
          1 +
          others.filter((other) => testCase.scores[other]! > testCase.scores[testCase.target]!).length +
          others.filter((other) => testCase.scores[other] === testCase.scores[testCase.target]).length / 2;
        const others = [...testCase.scores.keys()].filter((item) => item !== testCase.target);
        expect(rankCase(testCase)('all').ranks[0]).toBe(rank(others));
        expect(rankCase(testCase)('new').ranks[0]).toBe(
          rank(others.filter((other) => !testCase.history.includes(other))),
        );
      }),
    );
  });

  it('comes with the cross-entropy over all items', () => {
    fc.assert(
      fc.property(arbitraryCase, (testCase) => {
        const shares = testCase.scores.map(Math.exp);
        const share = shares[testCase.target]! / shares.reduce((sum, value) => sum + value, 0);
        expect(rankCase(testCase, { loss: true })('new').loss).toBeCloseTo(-Math.log(share), 4);
      }),
    );
  });

  it('comes with the top of the ranking, without items that the user had', () => {
    fc.assert(
      fc.property(arbitraryCase, (testCase) => {
        const had = (item: number) => item !== testCase.target && testCase.history.includes(item);
        const sorted = [...testCase.scores.keys()]
          .filter((item) => !had(item))
          .sort((a, b) => testCase.scores[b]! - testCase.scores[a]! || a - b)
          .slice(0, 5)
          .map((item) => item + FIRST_TOKEN);
        const first = [...rankCase(testCase, { topCount: 5 })('new').topTokens];
        expect(first).toEqual([...sorted, ...new Array(5 - sorted.length).fill(0)]);
      }),
    );
  });

  it('does not depend on the batch size', () => {
    const tokens = FIRST_TOKEN + 7;
    const column = Int32Array.from({ length: 400 }, (_, e) => FIRST_TOKEN + ((e * 3) % 7));
    const cases = Array.from({ length: 200 }, (_, h) => ({ from: 2 * h, event: 2 * h + 1 }));
    const scoreOf = (event: number, token: number) =>
      ((event * 31 + token * 17) % 23) - (token === column[event] ? 3 : 0);
    const row = (event: number) => Float32Array.from({ length: tokens }, (_, token) => scoreOf(event, token));
    const scorer = (batch: readonly { event: number }[]) =>
      Float32Array.from(batch.flatMap(({ event }) => [...row(event)]));
    const together = rankAll({ column, tokens, cases }, scorer).ranks;
    cases.forEach((testCase, i) => {
      expect(rankAll({ column, tokens, cases: [testCase] }, scorer).ranks[0]).toBe(together[i]);
    });
  });

  it('is the last one for items outside of the training data', () => {
    const column = Int32Array.of(FIRST_TOKEN, UNK);
    const testSet = { column, tokens: FIRST_TOKEN + 2, cases: [{ from: 0, event: 1 }] };
    const { ranks, loss } = rankAll(testSet, () => new Float32Array(FIRST_TOKEN + 2), { loss: true });
    expect(ranks[0]).toBe(Number.POSITIVE_INFINITY);
    expect(loss).toBeNaN();
  });

  it('is the middle one for a model that returns NaN, whose ranking is empty', () => {
    const broken = new Float32Array(FIRST_TOKEN + 9).fill(Number.NaN);
    const column = Int32Array.of(FIRST_TOKEN, FIRST_TOKEN + 1);
    const { ranks } = rankAll({ column, tokens: broken.length, cases: [{ from: 0, event: 1 }] }, () => broken);
    expect(ranks[0]).toBe(1 + 7 / 2);
    expect([...topK(broken, new Uint8Array(broken.length), 3)]).toEqual([0, 0, 0]);
  });
});
