const STEP = 1e-3;

/** Standard error of a parameter's logarithm above which the data do not determine the parameter. */
const MAX_ERROR = 2;

/**
 * Returns the covariance of maximum-likelihood estimates: the inverse Hessian at `at` of the mean negative
 * log-likelihood of `observations`, by central differences. Null if the Hessian is not positive definite or a standard
 * error is above 2.
 */
export function covariance(
  cost: (at: Float64Array) => number,
  at: Float64Array,
  observations: number,
): readonly Float64Array[] | null {
  const factor = cholesky(hessian(cost, at));
  if (!factor) return null;
  const columns = Array.from(at, (_, i) => solve(factor, i).map((value) => value / observations));
  return columns.every((column, i) => Math.sqrt(column[i]!) <= MAX_ERROR) ? columns : null;
}

function hessian(cost: (at: Float64Array) => number, at: Float64Array): Float64Array[] {
  const shifted = (i: number, di: number, j: number, dj: number) => {
    const x = Float64Array.from(at);
    x[i]! += di * STEP;
    x[j]! += dj * STEP;
    return cost(x);
  };
  return Array.from(at, (_, i) =>
    Float64Array.from(at, (_, j) => {
      const corners = shifted(i, 1, j, 1) - shifted(i, 1, j, -1) - shifted(i, -1, j, 1) + shifted(i, -1, j, -1);
      return corners / (4 * STEP * STEP);
    }),
  );
}

/** Returns the lower triangular factor L of a matrix L Lᵀ (Cholesky); null if the matrix is not positive definite. */
export function cholesky(matrix: readonly Float64Array[]): Float64Array[] | null {
  const factor = matrix.map((row) => new Float64Array(row.length));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= factor[i]![k]! * factor[j]![k]!;
      if (i === j && !(rest > 0)) return null;
      factor[i]![j] = i === j ? Math.sqrt(rest) : rest / factor[j]![j]!;
    }
  }
  return factor;
}

/** Returns column `i` of the inverse of L Lᵀ. */
function solve(factor: readonly Float64Array[], i: number): Float64Array {
  const n = factor.length;
  const x = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    let rest = row === i ? 1 : 0;
    for (let k = 0; k < row; k++) rest -= factor[row]![k]! * x[k]!;
    x[row] = rest / factor[row]![row]!;
  }
  for (let row = n - 1; row >= 0; row--) {
    let rest = x[row]!;
    for (let k = row + 1; k < n; k++) rest -= factor[k]![row]! * x[k]!;
    x[row] = rest / factor[row]![row]!;
  }
  return x;
}
