import { Random } from '../../../../shared/domain/random.ts';
import { type Sparse, type Tick, transposed } from './baseline-data.ts';
import { solveInPlace } from './cholesky.ts';

export interface AlsOptions {
  readonly factors: number;
  /** Confidence weight: the confidence of a cell is 1 + alpha × count. */
  readonly alpha: number;
  readonly regularisation: number;
  readonly iterations: number;
  readonly seed: number;
}

/** Latent vectors of rows (users) and columns (items), `factors` numbers each, row-major. */
export interface Factors {
  readonly rows: Float32Array;
  readonly columns: Float32Array;
}

/** Number of rows solved between two ticks. */
const STRIDE = 64;

/**
 * Matrix factorisation of implicit feedback by alternating least squares (Hu, Koren and Volinsky, 2008): vectors whose
 * products approximate 1 where there are events, with confidence growing with their count, and 0 elsewhere.
 */
export function alternatingLeastSquares(counts: Sparse, columns: number, options: AlsOptions, tick: Tick): Factors {
  const { factors, iterations, seed } = options;
  const random = new Random(seed);
  const byColumn = transposed(counts, columns);
  const rows = counts.offsets.length - 1;
  const factorVectors = {
    rows: new Float32Array(rows * factors),
    columns: Float32Array.from({ length: columns * factors }, () => (0.1 * random.normal()) / Math.sqrt(factors)),
  };
  for (let i = 0; i < iterations; i++) {
    solveSide(counts, factorVectors.columns, factorVectors.rows, options, tick);
    solveSide(byColumn, factorVectors.rows, factorVectors.columns, options, tick);
  }
  return factorVectors;
}

function solveSide(counts: Sparse, fixed: Float32Array, solved: Float32Array, options: AlsOptions, tick: Tick): void {
  const solve = rowSolver(fixed, options);
  const { factors } = options;
  for (let row = 0; row + 1 < counts.offsets.length; row++) {
    if (row % STRIDE === 0) tick();
    const [start, end] = [counts.offsets[row]!, counts.offsets[row + 1]!];
    solved.set(solve(counts.column.subarray(start, end), counts.weight.subarray(start, end)), row * factors);
  }
}

/**
 * Returns a function that computes a row's vector from its columns and their counts, with the columns' vectors fixed.
 * It also works for rows that were not fitted ("folding in"). Its result is overwritten by the next call.
 */
export function rowSolver(fixed: Float32Array, { factors: n, alpha, regularisation }: AlsOptions) {
  const gram = gramOf(fixed, n);
  for (let i = 0; i < n; i++) gram[i * n + i]! += regularisation;
  const matrix = new Float64Array(n * n);
  const vector = new Float64Array(n);
  const columnVector = new Float64Array(n);
  return (columns: Int32Array, counts: Float32Array): Float64Array => {
    matrix.set(gram);
    vector.fill(0);
    columns.forEach((column, index) => {
      const extra = alpha * counts[index]!;
      columnVector.set(fixed.subarray(column * n, column * n + n));
      for (let i = 0; i < n; i++) vector[i]! += (1 + extra) * columnVector[i]!;
      addOuter(matrix, columnVector, extra);
    });
    solveInPlace(matrix, vector);
    return vector;
  };
}

/** Adds factor × y yᵀ to the lower triangle of a matrix. */
function addOuter(matrix: Float64Array, y: Float64Array, factor: number): void {
  const n = y.length;
  for (let i = 0; i < n; i++) {
    const scaled = factor * y[i]!;
    const row = i * n;
    for (let j = 0; j <= i; j++) matrix[row + j] = matrix[row + j]! + scaled * y[j]!;
  }
}

/** The lower triangle of YᵀY. */
function gramOf(y: Float32Array, n: number): Float64Array {
  const gram = new Float64Array(n * n);
  const rowVector = new Float64Array(n);
  for (let at = 0; at < y.length; at += n) {
    rowVector.set(y.subarray(at, at + n));
    addOuter(gram, rowVector, 1);
  }
  return gram;
}
