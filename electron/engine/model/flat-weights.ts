import type { Weights } from './weights.ts';
import { variableOf } from './weights.ts';

/** Where each weight lies in one array that holds all of them, in order. */
export interface FlatLayout {
  readonly weights: readonly {
    readonly name: string;
    readonly shape: number[];
    readonly from: number;
    readonly to: number;
  }[];
  /** Floats in all. */
  readonly size: number;
}

export function flatLayout(weights: Weights): FlatLayout {
  let size = 0;
  const placed = Object.entries(weights).map(([name, { shape, size: own }]) => {
    size += own;
    return { name, shape, from: size - own, to: size };
  });
  return { weights: placed, size };
}

/** Copies weights, or moments named like them, to their places. */
export function pack({ weights: placed }: FlatLayout, weights: Weights, into: Float32Array): void {
  for (const { name, from } of placed) into.set(weights[name]!.dataSync<'float32'>(), from);
}

/** New weights from their places. The caller disposes of them. */
export function unpack({ weights: placed }: FlatLayout, flat: Float32Array): Weights {
  return Object.fromEntries(placed.map(({ name, shape, from, to }) => [name, variableOf(flat.slice(from, to), shape)]));
}
