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
 * Vectors that are alike where tokens occur in the same histories: a basis of the space of the leading singular vectors of
 * the matrix of histories × tokens, with rows and columns divided by the roots of their sums, as in spectral co-clustering
 * (Dhillon, 2001); found by orthogonal iteration from random vectors. Gives (tokens without the special ones × width),
 * row-major, of orthonormal columns in no particular rotation; columns beyond the matrix's rank are zeros.
 */
export function spectralVectors(lessons: Lessons, width: number, random: Random): Float32Array {
  const matrix = incidence(lessons);
  let basis: Float32Array = Float32Array.from({ length: matrix.size * width }, () => random.normal());
  for (let round = 0; round < ROUNDS; round++) {
    orthonormalise(basis, width);
    basis = throughHistories(matrix, basis, width);
  }
  orthonormalise(basis, width);
  return basis;
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

/** The matrix's transpose times the matrix times the basis. */
function throughHistories(matrix: Incidence, basis: Float32Array, width: number): Float32Array {
  const { tokens, offsets, rowScale, columnScale } = matrix;
  const out = new Float32Array(basis.length);
  const sum = new Float32Array(width);
  for (let h = 0; h < rowScale.length; h++) {
    sum.fill(0);
    for (let i = offsets[h]!; i < offsets[h + 1]!; i++) {
      addScaled(sum, 0, basis, tokens[i]! * width, columnScale[tokens[i]!]! * rowScale[h]! ** 2, width);
    }
    for (let i = offsets[h]!; i < offsets[h + 1]!; i++) {
      addScaled(out, tokens[i]! * width, sum, 0, columnScale[tokens[i]!]!, width);
    }
  }
  return out;
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
