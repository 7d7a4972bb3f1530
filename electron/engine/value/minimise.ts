/** A minimum of a function: where it is, its value, and whether the search ended at a point without a slope. */
export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly converged: boolean;
}

type Matrix = readonly Float64Array[];

const MAX_ITERATIONS = 300;
const STEP = 1e-5;
/** Largest component of the gradient at which the search ends. */
const TOLERANCE = 1e-7;
/** Largest change of a component in one iteration; keeps a search over logarithms from overflowing. */
const MAX_MOVE = 2;

/**
 * Minimises a smooth function of a few variables by BFGS (Nocedal and Wright, 2006, algorithm 6.1) with a backtracking
 * line search and central differences. The function should have values and curvatures of the order of 1.
 */
export function minimise(fn: (x: Float64Array) => number, start: readonly number[]): Minimum {
  const n = start.length;
  let at = Float64Array.from(start);
  let value = fn(at);
  let slope = gradient(fn, at);
  let inverse: Matrix = identity(n);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    if (slope.every((component) => Math.abs(component) < TOLERANCE)) return { at, value, converged: true };
    // At the edge of where the function has values, there is no slope to follow.
    if (!slope.every(Number.isFinite)) return { at, value, converged: false };
    let direction = product(inverse, slope).map((component) => -component);
    if (dot(direction, slope) >= 0) {
      inverse = identity(n);
      direction = slope.map((component) => -component);
    }
    const longest = Math.max(...direction.map(Math.abs));
    let step = Math.min(1, MAX_MOVE / longest);
    let next = move(at, direction, step);
    let nextValue = fn(next);
    // Armijo's condition; NaN and infinite values are never an improvement.
    while (!(nextValue <= value + 1e-4 * step * dot(direction, slope))) {
      step /= 2;
      if (step * longest < 1e-12) return { at, value, converged: slope.every((c) => Math.abs(c) < 1e3 * TOLERANCE) };
      next = move(at, direction, step);
      nextValue = fn(next);
    }
    const nextSlope = gradient(fn, next);
    inverse = updated(inverse, difference(next, at), difference(nextSlope, slope));
    [at, value, slope] = [next, nextValue, nextSlope];
  }
  return { at, value, converged: false };
}

function gradient(fn: (x: Float64Array) => number, at: Float64Array): Float64Array {
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

/** The BFGS update of the inverse Hessian; unchanged where the curvature along `s` is not positive. */
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
