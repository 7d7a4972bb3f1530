import type { Output } from '../../../shared/contract/index.ts';
import type { Curve, Curves } from '../../../shared/domain/curve.ts';

/** Converts curves to their wire format: for each figure a column of units done and one of values. */
export function curveColumns(curves: Curves): Output<'jobs.curves'>['curves'] {
  const column = (curve: Curve, part: 0 | 1) => Float32Array.from(curve, (point) => point[part]);
  const entries = Object.entries(curves);
  return Object.fromEntries(entries.map(([name, curve]) => [name, { at: column(curve, 0), value: column(curve, 1) }]));
}
