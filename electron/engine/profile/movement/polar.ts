const MAX_SWEEPS = 60;
/** Two columns are orthogonal if the cosine of their angle is below this. */
const TOLERANCE = 1e-12;
/** A column is zero if its norm is below this share of the largest one. */
const RANK_TOLERANCE = 1e-10;

/**
 * Returns the orthogonal polar factor U·Vᵀ of a square matrix M = U·S·Vᵀ, (size × size) row-major: the orthogonal matrix
 * R that maximises trace(Rᵀ·M). The singular value decomposition is Hestenes’ one-sided Jacobi method (Golub and Van
 * Loan, “Matrix Computations”, 8.6.3). If M is singular, U is completed to an orthogonal matrix.
 */
export function polarFactor(matrix: Float64Array, size: number): Float64Array {
  const columns = transpose(matrix, size);
  const right = identity(size);
  for (let sweep = 0; sweep < MAX_SWEEPS && rotatePairs(columns, right, size); sweep++);
  const left = orthonormalColumns(columns, size);
  const factor = new Float64Array(size * size);
  for (let k = 0; k < size; k++)
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) factor[i * size + j]! += left[k * size + i]! * right[k * size + j]!;
  return factor;
}

/** Makes each pair of columns orthogonal, with the same rotation of `right`; returns whether any pair was not. */
function rotatePairs(columns: Float64Array, right: Float64Array, size: number): boolean {
  let rotated = false;
  for (let p = 0; p < size; p++) {
    for (let q = p + 1; q < size; q++) {
      const [a, b, c] = products(columns, p * size, q * size, size);
      if (Math.abs(c) <= TOLERANCE * Math.sqrt(a * b)) continue;
      rotated = true;
      const zeta = (b - a) / (2 * c);
      const tangent = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
      const cosine = 1 / Math.sqrt(1 + tangent * tangent);
      rotate(columns, p * size, q * size, size, cosine, cosine * tangent);
      rotate(right, p * size, q * size, size, cosine, cosine * tangent);
    }
  }
  return rotated;
}

/** Squared norms of two columns, and their product. */
function products(columns: Float64Array, p: number, q: number, size: number): [number, number, number] {
  let [a, b, c] = [0, 0, 0];
  for (let i = 0; i < size; i++) {
    const [x, y] = [columns[p + i]!, columns[q + i]!];
    a += x * x;
    b += y * y;
    c += x * y;
  }
  return [a, b, c];
}

function rotate(columns: Float64Array, p: number, q: number, size: number, cosine: number, sine: number): void {
  for (let i = 0; i < size; i++) {
    const [x, y] = [columns[p + i]!, columns[q + i]!];
    columns[p + i] = cosine * x - sine * y;
    columns[q + i] = sine * x + cosine * y;
  }
}

/** Normalises orthogonal columns; replaces those that are zero by unit vectors that are orthogonal to all others. */
function orthonormalColumns(columns: Float64Array, size: number): Float64Array {
  const norms = Array.from({ length: size }, (_, k) => Math.sqrt(products(columns, k * size, k * size, size)[0]));
  const least = RANK_TOLERANCE * Math.max(...norms);
  const out = new Float64Array(size * size);
  const isZero = norms.map((norm) => norm <= least);
  for (let k = 0; k < size; k++) {
    if (isZero[k]) continue;
    for (let i = 0; i < size; i++) out[k * size + i] = columns[k * size + i]! / norms[k]!;
  }
  let axis = 0;
  for (let k = 0; k < size; k++) {
    while (isZero[k] && !setOrthogonal(out, k, axis++, size));
    isZero[k] = false;
  }
  return out;
}

/**
 * Sets a column to the part of an axis that is orthogonal to all other columns, normalised; returns false if too little
 * of it is.
 */
function setOrthogonal(columns: Float64Array, column: number, axis: number, size: number): boolean {
  const part = new Float64Array(size);
  part[axis] = 1;
  // Twice, so that rounding leaves no component.
  for (let pass = 0; pass < 2; pass++) {
    for (let k = 0; k < size; k++) {
      let product = 0;
      for (let i = 0; i < size; i++) product += part[i]! * columns[k * size + i]!;
      for (let i = 0; i < size; i++) part[i]! -= product * columns[k * size + i]!;
    }
  }
  const norm = Math.hypot(...part);
  // Of `size` axes, at least one has such a part outside the span of fewer than `size` columns.
  if (norm < 0.5 / Math.sqrt(size)) return false;
  for (let i = 0; i < size; i++) columns[column * size + i] = part[i]! / norm;
  return true;
}

function transpose(matrix: Float64Array, size: number): Float64Array {
  return Float64Array.from(matrix, (_, at) => matrix[(at % size) * size + Math.floor(at / size)]!);
}

function identity(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
}
