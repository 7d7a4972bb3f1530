/** Below this share of a column's own square, what is left of it beside the columns before it is noise. */
const NOISE = 1e-6;

/**
 * Makes columns orthonormal in place, each by those before it: Gram and Schmidt's way by a Cholesky factor of the columns'
 * products, which goes through the rows only twice. values: rows of `width` numbers. A column that the ones before it span
 * becomes zeros.
 */
export function orthonormalise(values: Float32Array, width: number): void {
  const factor = cholesky(products(values, width), width);
  for (let row = 0; row < values.length; row += width) {
    for (let i = 0; i < width; i++) {
      const pivot = factor[i * width + i]!;
      let left = values[row + i]!;
      for (let k = 0; k < i; k++) left -= factor[i * width + k]! * values[row + k]!;
      values[row + i] = pivot > 0 ? left / pivot : 0;
    }
  }
}

/** Products of all pairs of columns: (width × width), its lower triangle. */
function products(values: Float32Array, width: number): Float64Array {
  const sums = new Float64Array(width * width);
  for (let row = 0; row < values.length; row += width) {
    for (let i = 0; i < width; i++) {
      const own = values[row + i]!;
      if (own === 0) continue;
      for (let j = 0; j <= i; j++) sums[i * width + j]! += own * values[row + j]!;
    }
  }
  return sums;
}

/** The lower factor, in place; rows and columns of zeros where the matrix is not of full rank. */
function cholesky(matrix: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) {
    const whole = matrix[i * n + i]!;
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * n + k]! * matrix[j * n + k]!;
      const pivot = matrix[j * n + j]!;
      if (i === j) matrix[i * n + i] = sum > NOISE * whole ? Math.sqrt(sum) : 0;
      else matrix[i * n + j] = pivot > 0 ? sum / pivot : 0;
    }
  }
  return matrix;
}
