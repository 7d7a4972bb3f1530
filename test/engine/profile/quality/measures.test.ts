import { describe, expect, it } from 'vitest';
import { denseCosines, sparseCosines } from '../../../../electron/engine/profile/quality/cosines.ts';
import { jaccard, neighbourAgreement } from '../../../../electron/engine/profile/quality/neighbour-agreement.ts';
import { halvesOf, ownHalfRecall } from '../../../../electron/engine/profile/quality/own-half.ts';
import { truncatedSvd } from '../../../../electron/engine/profile/truncated-svd.ts';
import { Random } from '../../../../shared/domain/random.ts';

const ignore = () => {};

/** A sparse matrix of the given rows. */
function sparse(rows: readonly (readonly number[])[]) {
  const entries = rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ column, value }])));
  const starts = new Int32Array(rows.length + 1);
  for (const [row, of] of entries.entries()) starts[row + 1] = starts[row]! + of.length;
  return {
    width: rows[0]!.length,
    starts,
    columns: Int32Array.from(entries.flat(), ({ column }) => column),
    values: Float64Array.from(entries.flat(), ({ value }) => value),
  };
}

describe('cosines', () => {
  const rows = [
    [3, 0, 4],
    [0, 2, 0],
    [0, 0, 0],
    [1, 1, 1],
  ];
  // (3, 0, 4) with itself, with (0, 2, 0), with zeros, and with (1, 1, 1): 7 / (5 √3).
  const expected = [1, 0, 0, 7 / (5 * Math.sqrt(3))];

  it('are those of vectors, 0 with a vector of zeros', () => {
    const vectors = Float32Array.from(rows.flat());
    const cosines = denseCosines(vectors, vectors, 3)(0);
    for (const [i, cosine] of expected.entries()) expect(cosines[i]).toBeCloseTo(cosine, 6);
  });

  it('are the same of sparse rows', () => {
    const cosines = sparseCosines(sparse(rows), sparse(rows))(0);
    for (const [i, cosine] of expected.entries()) expect(cosines[i]).toBeCloseTo(cosine, 12);
  });
});

describe('halves of histories', () => {
  it('are equally long, of histories with at least four events', () => {
    const { earlier, later } = halvesOf({ users: Int32Array.of(1, 2, 3), offsets: Int32Array.of(0, 4, 7, 12) }, 9);
    expect(earlier).toEqual({ from: Int32Array.of(0, 7), to: Int32Array.of(2, 9) });
    expect(later).toEqual({ from: Int32Array.of(2, 9), to: Int32Array.of(4, 12) });
  });

  it('are found by recall: the own half first, eleventh, and first but equal to another', () => {
    const others = (own: number) => Float64Array.from({ length: 12 }, (_, i) => (i < 11 ? 0.5 - i / 100 : own));
    const recall = (cosines: Float64Array) => ownHalfRecall(() => cosines, 1, ignore);
    const ownFirst = (own: number, rest: number[]) => Float64Array.of(own, ...rest);
    expect(recall(ownFirst(0.9, [0.1, 0.2]))).toEqual({ 'recall@1': 1, 'recall@10': 1 });
    expect(recall(ownFirst(0.9, [0.9, 0.2]))).toEqual({ 'recall@1': 0, 'recall@10': 1 });
    expect(recall(others(0.4).toReversed())).toEqual({ 'recall@1': 0, 'recall@10': 0 });
    // Vectors that are all the same tell nobody apart.
    expect(ownHalfRecall(() => new Float64Array(20).fill(1), 20, ignore)).toEqual({ 'recall@1': 0, 'recall@10': 0 });
  });
});

describe('agreement with neighbours', () => {
  it('is the share of common things, averaged', () => {
    const set = (...things: number[]) => Int32Array.from(things);
    expect(jaccard(set(1, 2, 3), set(2, 3, 4))).toBe(0.5);
    expect(jaccard(set(), set())).toBe(0);
    // Three users, each compared with both others: 1/3 and 0, 1/3 and 1/2, 0 and 1/2.
    const sets = [set(1, 2), set(2, 3), set(3)];
    const agreement = neighbourAgreement(sets, () => Float64Array.of(1, 2, 3), ignore);
    expect(agreement).toBeCloseTo((1 / 6 + 5 / 12 + 1 / 4) / 3, 12);
  });

  it('is that of the ten nearest, not of all', () => {
    const sets = Array.from({ length: 30 }, (_, user) => Int32Array.of(user < 15 ? 1 : 2));
    const cosines = (user: number) => Float64Array.from(sets, (_, other) => (user < 15 === other < 15 ? 1 : 0));
    expect(neighbourAgreement(sets, cosines, ignore)).toBe(1);
  });
});

describe('a truncated singular value decomposition', () => {
  it('keeps the products of the rows of a matrix of low rank', () => {
    const random = new Random(3);
    const factors = (count: number) => Array.from({ length: count }, () => [random.normal(), random.normal()]);
    const [left, right] = [factors(12), factors(9)];
    const rows = left.map(([a, b]) => right.map(([c, d]) => a! * c! + b! * d!));
    const projected = truncatedSvd(sparse(rows), 2, 1, ignore);
    const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);
    for (const i of [0, 5, 11]) {
      for (const j of [0, 3, 11]) {
        const product = dot(projected.subarray(2 * i, 2 * i + 2), projected.subarray(2 * j, 2 * j + 2));
        expect(product).toBeCloseTo(dot(rows[i]!, rows[j]!), 3);
      }
    }
  });
});
