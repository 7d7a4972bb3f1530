const MEMORY = 10;

/** Returns the value and the gradient at a point. */
type Objective = (at: Float64Array) => { value: number; gradient: Float64Array };

interface Step {
  readonly deltaPoint: Float64Array;
  readonly deltaGradient: Float64Array;
  readonly rho: number;
}

/**
 * Minimises a smooth function by L-BFGS (Liu and Nocedal, 1989) with backtracking line search: steps are halved until
 * they satisfy the Armijo condition (1966). Stops once no component of the gradient exceeds the tolerance, or after
 * `iterations`.
 */
export function minimise(objective: Objective, start: Float64Array, tolerance: number, iterations = 200): Float64Array {
  let point = start;
  let { value, gradient } = objective(point);
  const steps: Step[] = [];
  for (let i = 0; i < iterations && largest(gradient) > tolerance; i++) {
    const direction = quasiNewton(gradient, steps);
    const slope = dot(direction, gradient);
    let size = i === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let next = stepFrom(point, direction, size);
    let candidate = objective(next);
    while (!(candidate.value <= value + 1e-4 * size * slope) && size > 1e-10) {
      size /= 2;
      next = stepFrom(point, direction, size);
      candidate = objective(next);
    }
    if (size <= 1e-10) break;
    recordStep(steps, minus(next, point), minus(candidate.gradient, gradient));
    point = next;
    ({ value, gradient } = candidate);
  }
  return point;
}

/** Returns minus the approximate inverse Hessian times the gradient, by the two-loop recursion over the last steps. */
function quasiNewton(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((g) => -g);
  const alphas = new Float64Array(steps.length);
  for (let k = steps.length - 1; k >= 0; k--) {
    alphas[k] = steps[k]!.rho * dot(steps[k]!.deltaPoint, direction);
    add(direction, steps[k]!.deltaGradient, -alphas[k]!);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.deltaGradient, last.deltaGradient));
    for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
  }
  steps.forEach(({ deltaPoint, deltaGradient, rho }, k) => {
    add(direction, deltaPoint, alphas[k]! - rho * dot(deltaGradient, direction));
  });
  return direction;
}

function recordStep(steps: Step[], deltaPoint: Float64Array, deltaGradient: Float64Array): void {
  const curvature = dot(deltaPoint, deltaGradient);
  if (curvature <= 0) return;
  steps.push({ deltaPoint: deltaPoint, deltaGradient, rho: 1 / curvature });
  if (steps.length > MEMORY) steps.shift();
}

const stepFrom = (point: Float64Array, direction: Float64Array, size: number) =>
  point.map((value, i) => value + size * direction[i]!);
const minus = (a: Float64Array, b: Float64Array) => a.map((value, i) => value - b[i]!);

function add(to: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += factor * vector[i]!;
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
