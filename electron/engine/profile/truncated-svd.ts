import { Random } from '../../../shared/domain/random.ts';
import type { SparseRows } from '../finetune/linear/linear-model.ts';
import { orthonormalise } from '../train/embeddings/orthonormal.ts';

const ROUNDS = 10;
/** Further columns of the basis, with which the last singular vectors that are returned converge sooner. */
const OVERSAMPLING = 10;

/**
 * Projects the rows of a sparse matrix on its leading right singular vectors; returns (rows × width). For counts, this
 * is latent semantic analysis (Deerwester et al., 1990).
 */
export function truncatedSvd(matrix: SparseRows, width: number, seed: number, tick: () => void): Float32Array {
  return timesColumns(matrix, rightSingularVectors(matrix, width, seed, tick), width);
}

/**
 * Returns the leading right singular vectors of a sparse matrix, (columns × width), by randomised orthogonal iteration
 * (Halko, Martinsson and Tropp, 2011). They are orthonormal; vectors beyond the rank of the matrix are zero.
 */
export function rightSingularVectors(matrix: SparseRows, width: number, seed: number, tick: () => void): Float32Array {
  const wide = width + OVERSAMPLING;
  const random = new Random(seed);
  let basis: Float32Array = Float32Array.from({ length: matrix.width * wide }, () => random.normal());
  orthonormalise(basis, wide);
  for (let round = 0; round < ROUNDS; round++) {
    tick();
    basis = timesRows(matrix, timesColumns(matrix, basis, wide), wide);
    orthonormalise(basis, wide);
  }
  return basis.filter((_, at) => at % wide < width);
}

/** Multiplies the matrix by vectors of its columns; returns vectors of its rows. */
function timesColumns(matrix: SparseRows, vectors: Float32Array, width: number): Float32Array {
  const out = new Float32Array((matrix.starts.length - 1) * width);
  forEachEntry(matrix, (row, column, value) => {
    for (let i = 0; i < width; i++) out[row * width + i]! += value * vectors[column * width + i]!;
  });
  return out;
}

/** Multiplies the transposed matrix by vectors of its rows; returns vectors of its columns. */
function timesRows(matrix: SparseRows, vectors: Float32Array, width: number): Float32Array {
  const out = new Float32Array(matrix.width * width);
  forEachEntry(matrix, (row, column, value) => {
    for (let i = 0; i < width; i++) out[column * width + i]! += value * vectors[row * width + i]!;
  });
  return out;
}

function forEachEntry(
  { starts, columns, values }: SparseRows,
  visit: (row: number, column: number, value: number) => void,
): void {
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let k = starts[row]!; k < starts[row + 1]!; k++) visit(row, columns[k]!, values[k]!);
  }
}
