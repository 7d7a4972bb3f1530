import type { Curve } from '../../shared/domain/curve.ts';

/** Drops points whose value repeats the previous one: figures updated once per epoch are reported at every step. */
export function dropRepeats(curve: Curve): Curve {
  return curve.filter(([, value], at) => at === 0 || value !== curve[at - 1]?.[1]);
}
