import type { Random } from '../../../../shared/domain/random.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { TrainingData } from '../behaviours/epoch-batches.ts';
import { orthonormalise } from './orthonormal.ts';
import { type TokenSets, tokenSets } from './token-sets.ts';

/** Number of iterations; the leading subspace only needs to be approximate. */
const ROUNDS = 8;
/** Weight of shared attributes relative to co-occurrence in histories; tuned on LastFM's validation items. */
const ITEM_SET_WEIGHT = 0.5;

/** Sparse matrix of sets × tokens, with its values. */
interface Matrix extends TokenSets {
  readonly shares: Float32Array;
  /** Number of tokens. */
  readonly size: number;
}

/**
 * Returns embeddings that are similar for tokens that occur in the same histories or in the same item sets: the leading
 * singular vectors of the matrix (histories and sets) × tokens, with rows and columns divided by the square roots of
 * their sums as in spectral co-clustering (Dhillon, 2001), each scaled by its singular value and computed by orthogonal
 * iteration from random vectors. The result is (tokens without the special ones × width), row-major, up to rotation;
 * columns beyond the rank of the matrix are zero.
 */
export function spectralVectors(
  trainingData: TrainingData,
  width: number,
  random: Random,
  itemSets?: TokenSets,
): Float32Array {
  const size = trainingData.config.encoder.sizes[trainingData.config.target]! - FIRST_TOKEN;
  const histories = normalised(historyTokens(trainingData), size, 1);
  const matrix = itemSets ? stacked(histories, normalised(itemSets, size, ITEM_SET_WEIGHT)) : histories;
  let basis: Float32Array = Float32Array.from({ length: (matrix.offsets.length - 1) * width }, () => random.normal());
  orthonormalise(basis, width);
  for (let round = 0; round < ROUNDS; round++) {
    basis = timesTokens(matrix, timesSets(matrix, basis, width), width);
    orthonormalise(basis, width);
  }
  return timesSets(matrix, basis, width);
}

/** Returns the tokens in the training part of each history. */
function historyTokens({ config, behaviours, trainEnd }: TrainingData): TokenSets {
  const column = behaviours.tokens[config.target];
  const tokensOf = (end: number, h: number) =>
    new Set(
      Array.from(column.subarray(behaviours.offsets[h]!, end), (token) => token - FIRST_TOKEN).filter((t) => t >= 0),
    );
  return tokenSets(Array.from(trainEnd, tokensOf));
}

/**
 * Normalises the matrix: each value is `weight` divided by the square roots of the number of tokens in its set and of
 * the number of sets with its token.
 */
function normalised(sets: TokenSets, size: number, weight: number): Matrix {
  const { tokens, offsets } = sets;
  const counts = new Float32Array(size);
  for (const token of tokens) counts[token]!++;
  const tokenScale = counts.map(inverseRoot);
  const shares = new Float32Array(tokens.length);
  for (let s = 0; s + 1 < offsets.length; s++) {
    const setScale = weight * inverseRoot(offsets[s + 1]! - offsets[s]!);
    for (let i = offsets[s]!; i < offsets[s + 1]!; i++) shares[i] = setScale * tokenScale[tokens[i]!]!;
  }
  return { ...sets, shares, size };
}

/** Stacks the rows of two matrices. */
function stacked(above: Matrix, below: Matrix): Matrix {
  const start = above.tokens.length;
  return {
    tokens: Int32Array.from([...above.tokens, ...below.tokens]),
    offsets: Int32Array.from([...above.offsets, ...below.offsets.subarray(1).map((offset) => start + offset)]),
    shares: Float32Array.from([...above.shares, ...below.shares]),
    size: above.size,
  };
}

function inverseRoot(count: number): number {
  return count > 0 ? 1 / Math.sqrt(count) : 0;
}

/** Multiplies the transposed matrix by vectors of sets; returns vectors of tokens. */
function timesSets(matrix: Matrix, vectors: Float32Array, width: number): Float32Array {
  const out = new Float32Array(matrix.size * width);
  forEachPair(matrix, (set, token, share) => addScaled(out, token * width, vectors, set * width, share, width));
  return out;
}

/** Multiplies the matrix by vectors of tokens; returns vectors of sets. */
function timesTokens(matrix: Matrix, vectors: Float32Array, width: number): Float32Array {
  const out = new Float32Array((matrix.offsets.length - 1) * width);
  forEachPair(matrix, (set, token, share) => addScaled(out, set * width, vectors, token * width, share, width));
  return out;
}

function forEachPair(
  { tokens, offsets, shares }: Matrix,
  visit: (set: number, token: number, share: number) => void,
): void {
  for (let s = 0; s + 1 < offsets.length; s++) {
    for (let i = offsets[s]!; i < offsets[s + 1]!; i++) visit(s, tokens[i]!, shares[i]!);
  }
}

function addScaled(
  to: Float32Array,
  at: number,
  from: Float32Array,
  start: number,
  scale: number,
  width: number,
): void {
  for (let i = 0; i < width; i++) to[at + i]! += scale * from[start + i]!;
}
