/** Result of a minimisation: the point, the value, and whether the gradient vanishes there. */
export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly converged: boolean;
}

type Matrix = readonly Float64Array[];

const MAX_ITERATIONS = 300;
const STEP = 1e-5;
/** The search ends if no component of the gradient exceeds this. */
const TOLERANCE = 1e-7;
/** Maximum change of a component per iteration; prevents overflow in a search over logarithms. */
const MAX_STEP = 2;

/**
 * Minimises a smooth function of a few variables by BFGS (Nocedal and Wright, 2006, algorithm 6.1) with a backtracking
 * line search and central differences. Values and curvatures of the function should be of order 1.
 */
export function minimise(fn: (x: Float64Array) => number, start: readonly number[]): Minimum {
  const n = start.length;
  let at = Float64Array.from(start);
  let value = fn(at);
  let gradient = gradientAt(fn, at);
  let inverse: Matrix = identity(n);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    if (gradient.every((component) => Math.abs(component) < TOLERANCE)) return { at, value, converged: true };
    // There is no gradient at the edge of the function's domain.
    if (!gradient.every(Number.isFinite)) return { at, value, converged: false };
    let direction = product(inverse, gradient).map((component) => -component);
    if (dot(direction, gradient) >= 0) {
      inverse = identity(n);
      direction = gradient.map((component) => -component);
    }
    const longest = Math.max(...direction.map(Math.abs));
    let step = Math.min(1, MAX_STEP / longest);
    let next = move(at, direction, step);
    let nextValue = fn(next);
    // Armijo condition; it rejects NaN and infinite values.
    while (!(nextValue <= value + 1e-4 * step * dot(direction, gradient))) {
      step /= 2;
      if (step * longest < 1e-12) return { at, value, converged: gradient.every((c) => Math.abs(c) < 1e3 * TOLERANCE) };
      next = move(at, direction, step);
      nextValue = fn(next);
    }
    const nextGradient = gradientAt(fn, next);
    inverse = updated(inverse, difference(next, at), difference(nextGradient, gradient));
    [at, value, gradient] = [next, nextValue, nextGradient];
  }
  return { at, value, converged: false };
}

function gradientAt(fn: (x: Float64Array) => number, at: Float64Array): Float64Array {
  const x = Float64Array.from(at);
  return at.map((center, i) => {
    x[i] = center + STEP;
    const above = fn(x);
    x[i] = center - STEP;
    const below = fn(x);
    x[i] = center;
    return (above - below) / (2 * STEP);
  });
}

/** Returns the BFGS update of the inverse Hessian; the unchanged matrix if the curvature along `s` is not positive. */
function updated(inverse: Matrix, s: Float64Array, y: Float64Array): Matrix {
  const curvature = dot(s, y);
  if (!(curvature > 1e-14)) return inverse;
  const hy = product(inverse, y);
  const scale = (1 + dot(y, hy) / curvature) / curvature;
  return inverse.map((row, i) =>
    row.map((entry, j) => entry + scale * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / curvature),
  );
}

const identity = (n: number) => Array.from({ length: n }, (_, i) => new Float64Array(n).fill(1, i, i + 1));
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const product = (matrix: Matrix, x: Float64Array) => Float64Array.from(matrix, (row) => dot(row, x));
const difference = (a: Float64Array, b: Float64Array) => a.map((value, i) => value - b[i]!);
const move = (x: Float64Array, direction: Float64Array, step: number) => x.map((v, i) => v + step * direction[i]!);
