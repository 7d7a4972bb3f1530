import type { Weights } from './weights.ts';
import { variableOf } from './weights.ts';

/** Offset of each weight in one flat array that holds all of them, in order. */
export interface FlatLayout {
  readonly weights: readonly {
    readonly name: string;
    readonly shape: number[];
    readonly from: number;
    readonly to: number;
  }[];
  /** Total number of floats. */
  readonly size: number;
}

export function flatLayout(weights: Weights): FlatLayout {
  let size = 0;
  const placements = Object.entries(weights).map(([name, { shape, size: weightSize }]) => {
    size += weightSize;
    return { name, shape, from: size - weightSize, to: size };
  });
  return { weights: placements, size };
}

/** Copies weights, or Adam moments with the same names, to their offsets. */
export function pack({ weights: placements }: FlatLayout, weights: Weights, into: Float32Array): void {
  for (const { name, from } of placements) into.set(weights[name]!.dataSync<'float32'>(), from);
}

/** Creates weights from their offsets in `flat`. The caller disposes them. */
export function unpack({ weights: placements }: FlatLayout, flat: Float32Array): Weights {
  return Object.fromEntries(
    placements.map(({ name, shape, from, to }) => [name, variableOf(flat.slice(from, to), shape)]),
  );
}
