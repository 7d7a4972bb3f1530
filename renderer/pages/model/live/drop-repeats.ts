import type { Curve } from '../../../../shared/domain/curve.ts';

/** The points at which a figure took another value: what is said once an epoch is told again at every step. */
export function changes(curve: Curve): Curve {
  return curve.filter(([, value], at) => at === 0 || value !== curve[at - 1]?.[1]);
}
