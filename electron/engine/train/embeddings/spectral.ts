import type { Random } from '../../../../shared/domain/random.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Lessons } from '../loop/epoch-batches.ts';
import { orthonormalise } from './orthonormal.ts';
import { type TokenSets, tokenSets } from './token-sets.ts';

/** Rounds of the iteration: the leading space need not be exact, only near. */
const ROUNDS = 8;
/** What items have in common counts for so much beside who turned to them; chosen on LastFM's validation items. */
const KINDRED_WEIGHT = 0.5;

/** Sets × tokens, with what the matrix holds of each pair that is there. */
interface Matrix extends TokenSets {
  readonly shares: Float32Array;
  /** Tokens. */
  readonly size: number;
}

/**
 * Vectors that are alike where tokens occur in the same histories, or in the same sets of `kindred`: the leading singular
 * vectors of the matrix of histories and sets × tokens, with rows and columns divided by the roots of their sums as in
 * spectral co-clustering (Dhillon, 2001), each as long as its singular value; found by orthogonal iteration from random
 * vectors. Gives (tokens without the special ones × width), row-major, in no particular rotation; columns beyond the matrix's
 * rank are zeros.
 */
export function spectralVectors(lessons: Lessons, width: number, random: Random, kindred?: TokenSets): Float32Array {
  const size = lessons.config.encoder.sizes[lessons.config.target]! - FIRST_TOKEN;
  const histories = scaled(heldTokens(lessons), size, 1);
  const matrix = kindred ? joined(histories, scaled(kindred, size, KINDRED_WEIGHT)) : histories;
  let basis: Float32Array = Float32Array.from({ length: (matrix.offsets.length - 1) * width }, () => random.normal());
  orthonormalise(basis, width);
  for (let round = 0; round < ROUNDS; round++) {
    basis = timesTokens(matrix, timesSets(matrix, basis, width), width);
    orthonormalise(basis, width);
  }
  return timesSets(matrix, basis, width);
}

/** The tokens that training sees of each history. */
function heldTokens({ config, behaviours, trainEnd }: Lessons): TokenSets {
  const column = behaviours.tokens[config.target];
  const held = (end: number, h: number) =>
    new Set(
      Array.from(column.subarray(behaviours.offsets[h]!, end), (token) => token - FIRST_TOKEN).filter((t) => t >= 0),
    );
  return tokenSets(Array.from(trainEnd, held));
}

/** Each pair's share: `weight` over the roots of the numbers of tokens in its set and of sets with its token. */
function scaled(sets: TokenSets, size: number, weight: number): Matrix {
  const { tokens, offsets } = sets;
  const counts = new Float32Array(size);
  for (const token of tokens) counts[token]!++;
  const tokenScale = counts.map(rootShare);
  const shares = new Float32Array(tokens.length);
  for (let s = 0; s + 1 < offsets.length; s++) {
    const setScale = weight * rootShare(offsets[s + 1]! - offsets[s]!);
    for (let i = offsets[s]!; i < offsets[s + 1]!; i++) shares[i] = setScale * tokenScale[tokens[i]!]!;
  }
  return { ...sets, shares, size };
}

/** One matrix's rows above another's. */
function joined(above: Matrix, below: Matrix): Matrix {
  const start = above.tokens.length;
  return {
    tokens: Int32Array.from([...above.tokens, ...below.tokens]),
    offsets: Int32Array.from([...above.offsets, ...below.offsets.subarray(1).map((offset) => start + offset)]),
    shares: Float32Array.from([...above.shares, ...below.shares]),
    size: above.size,
  };
}

function rootShare(count: number): number {
  return count > 0 ? 1 / Math.sqrt(count) : 0;
}

/** The matrix's transpose times vectors of sets: vectors of tokens. */
function timesSets(matrix: Matrix, vectors: Float32Array, width: number): Float32Array {
  const out = new Float32Array(matrix.size * width);
  forEachPair(matrix, (set, token, share) => addScaled(out, token * width, vectors, set * width, share, width));
  return out;
}

/** The matrix times vectors of tokens: vectors of sets. */
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
