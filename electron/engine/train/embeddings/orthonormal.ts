/** Residual below this share of a column's squared norm is rounding noise. */
const NOISE = 1e-6;

/**
 * Orthonormalises columns in place, each against the ones before it: Gram–Schmidt by a Cholesky factor of the Gram
 * matrix, which reads the rows only twice. `values`: rows of `width` numbers. A linearly dependent column becomes zero.
 */
export function orthonormalise(values: Float32Array, width: number): void {
  const factor = cholesky(products(values, width), width);
  for (let row = 0; row < values.length; row += width) {
    for (let i = 0; i < width; i++) {
      const pivot = factor[i * width + i]!;
      let remainder = values[row + i]!;
      for (let k = 0; k < i; k++) remainder -= factor[i * width + k]! * values[row + k]!;
      values[row + i] = pivot > 0 ? remainder / pivot : 0;
    }
  }
}

/** Gram matrix of the columns: (width × width), lower triangle. */
function products(values: Float32Array, width: number): Float64Array {
  const sums = new Float64Array(width * width);
  for (let row = 0; row < values.length; row += width) {
    for (let i = 0; i < width; i++) {
      const value = values[row + i]!;
      if (value === 0) continue;
      for (let j = 0; j <= i; j++) sums[i * width + j]! += value * values[row + j]!;
    }
  }
  return sums;
}

/** Replaces the matrix by its lower Cholesky factor; rows and columns of a rank-deficient matrix become zero. */
function cholesky(matrix: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) {
    const diagonal = matrix[i * n + i]!;
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * n + k]! * matrix[j * n + k]!;
      const pivot = matrix[j * n + j]!;
      if (i === j) matrix[i * n + i] = sum > NOISE * diagonal ? Math.sqrt(sum) : 0;
      else matrix[i * n + j] = pivot > 0 ? sum / pivot : 0;
    }
  }
  return matrix;
}
