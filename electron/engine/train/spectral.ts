import type { Random } from '../../../shared/domain/random.ts';
import { FIRST_TOKEN } from '../sequence/fields.ts';
import type { Lessons } from './loop/epoch-batches.ts';
import { orthonormalise } from './orthonormal.ts';

/** Rounds of the iteration: the leading space need not be exact, only near. */
const ROUNDS = 8;

/** Which tokens each history holds, one after the other, each once: a sparse matrix of histories and tokens. */
interface Incidence {
  readonly tokens: Int32Array;
  readonly offsets: Int32Array;
  /** Columns: tokens of the field, special ones left out. */
  readonly size: number;
  readonly rowScale: Float32Array;
  readonly columnScale: Float32Array;
}

/**
 * Vectors that are alike where tokens occur in the same histories: the leading singular vectors of the matrix of histories ×
 * tokens, with rows and columns divided by the roots of their sums as in spectral co-clustering (Dhillon, 2001), each as long
 * as its singular value; found by orthogonal iteration from random vectors. Gives (tokens without the special ones × width),
 * row-major, in no particular rotation; columns beyond the matrix's rank are zeros.
 */
export function spectralVectors(lessons: Lessons, width: number, random: Random): Float32Array {
  const matrix = incidence(lessons);
  let basis: Float32Array = Float32Array.from({ length: matrix.rowScale.length * width }, () => random.normal());
  orthonormalise(basis, width);
  for (let round = 0; round < ROUNDS; round++) {
    basis = timesTokens(matrix, timesHistories(matrix, basis, width), width);
    orthonormalise(basis, width);
  }
  return timesHistories(matrix, basis, width);
}

function incidence({ config, behaviours, trainEnd }: Lessons): Incidence {
  const column = behaviours.tokens[config.target];
  const size = config.encoder.sizes[config.target]! - FIRST_TOKEN;
  const offsets = new Int32Array(trainEnd.length + 1);
  const counts = new Float32Array(size);
  const tokens: number[] = [];
  trainEnd.forEach((end, h) => {
    const held = new Set(column.subarray(behaviours.offsets[h]!, end));
    for (const token of held) {
      if (token < FIRST_TOKEN) continue;
      tokens.push(token - FIRST_TOKEN);
      counts[token - FIRST_TOKEN]!++;
    }
    offsets[h + 1] = tokens.length;
  });
  const rowScale = Float32Array.from(trainEnd, (_, h) => rootShare(offsets[h + 1]! - offsets[h]!));
  return { tokens: Int32Array.from(tokens), offsets, size, rowScale, columnScale: counts.map(rootShare) };
}

function rootShare(count: number): number {
  return count > 0 ? 1 / Math.sqrt(count) : 0;
}

/** The matrix's transpose times vectors of histories: vectors of tokens. */
function timesHistories(matrix: Incidence, vectors: Float32Array, width: number): Float32Array {
  const out = new Float32Array(matrix.size * width);
  forEachPair(matrix, (h, token, share) => addScaled(out, token * width, vectors, h * width, share, width));
  return out;
}

/** The matrix times vectors of tokens: vectors of histories. */
function timesTokens(matrix: Incidence, vectors: Float32Array, width: number): Float32Array {
  const out = new Float32Array(matrix.rowScale.length * width);
  forEachPair(matrix, (h, token, share) => addScaled(out, h * width, vectors, token * width, share, width));
  return out;
}

function forEachPair(matrix: Incidence, visit: (history: number, token: number, share: number) => void): void {
  const { tokens, offsets, rowScale, columnScale } = matrix;
  rowScale.forEach((scale, h) => {
    for (let i = offsets[h]!; i < offsets[h + 1]!; i++) visit(h, tokens[i]!, scale * columnScale[tokens[i]!]!);
  });
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
