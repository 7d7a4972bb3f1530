const MEMORY = 10;

/** A value and its gradient at a point. */
type Objective = (at: Float64Array) => { value: number; gradient: Float64Array };

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly rho: number;
}

/**
 * Minimises a smooth function by L-BFGS (Liu and Nocedal, 1989) with halved steps until each is an improvement in proportion
 * (Armijo, 1966). Ends where no part of the gradient is above the tolerance, or after so many iterations.
 */
export function minimise(objective: Objective, start: Float64Array, tolerance: number, iterations = 200): Float64Array {
  let point = start;
  let { value, gradient } = objective(point);
  const steps: Step[] = [];
  for (let i = 0; i < iterations && largest(gradient) > tolerance; i++) {
    const direction = quasiNewton(gradient, steps);
    const slope = dot(direction, gradient);
    let size = i === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let next = moved(point, direction, size);
    let there = objective(next);
    while (!(there.value <= value + 1e-4 * size * slope) && size > 1e-10) {
      size /= 2;
      next = moved(point, direction, size);
      there = objective(next);
    }
    if (size <= 1e-10) break;
    remember(steps, minus(next, point), minus(there.gradient, gradient));
    point = next;
    ({ value, gradient } = there);
  }
  return point;
}

/** Minus the approximate inverse Hessian times the gradient: the two loops over what the last steps told of it. */
function quasiNewton(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((g) => -g);
  const shares = new Float64Array(steps.length);
  for (let k = steps.length - 1; k >= 0; k--) {
    shares[k] = steps[k]!.rho * dot(steps[k]!.moved, direction);
    add(direction, steps[k]!.turned, -shares[k]!);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.turned, last.turned));
    for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
  }
  steps.forEach(({ moved: by, turned, rho }, k) => {
    add(direction, by, shares[k]! - rho * dot(turned, direction));
  });
  return direction;
}

function remember(steps: Step[], by: Float64Array, turned: Float64Array): void {
  const curvature = dot(by, turned);
  if (curvature <= 0) return;
  steps.push({ moved: by, turned, rho: 1 / curvature });
  if (steps.length > MEMORY) steps.shift();
}

const moved = (point: Float64Array, direction: Float64Array, size: number) =>
  point.map((value, i) => value + size * direction[i]!);
const minus = (a: Float64Array, b: Float64Array) => a.map((value, i) => value - b[i]!);

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += times * what[i]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function largest(a: Float64Array): number {
  let max = 0;
  for (let i = 0; i < a.length; i++) max = Math.max(max, Math.abs(a[i]!));
  return max;
}
