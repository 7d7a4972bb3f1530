import type { Output } from '../../shared/contract/index.ts';

export type Attention = Output<'explain.attention'>;

/** Attention weights of one head: `weights[from * size + to]`, each row summing to 1. */
export interface Head {
  size: number;
  weights: Float32Array;
  /** Minimum and maximum of the weights. */
  min: number;
  max: number;
}

/** Returns one head of an array of shape (layers × heads × from × to). */
export function headOf(attention: Float32Array, size: number, heads: number, layer: number, head: number): Head {
  const start = (layer * heads + head) * size * size;
  const weights = attention.subarray(start, start + size * size);
  let [min, max] = [1, 0];
  for (const weight of weights) {
    if (weight < min) min = weight;
    if (weight > max) max = weight;
  }
  return { size, weights, min, max };
}

export interface Link {
  from: number;
  to: number;
  weight: number;
}

/** Returns the largest weights of a head between positions that `isIncluded` accepts, in descending order. */
export function strongestLinks(
  { size, weights }: Head,
  limit: number,
  isIncluded: (position: number) => boolean,
): Link[] {
  const links: Link[] = [];
  for (let from = 0; from < size; from++) {
    if (!isIncluded(from)) continue;
    for (let to = 0; to < size; to++) {
      if (isIncluded(to)) links.push({ from, to, weight: weights[from * size + to]! });
    }
  }
  return links.sort((a, b) => b.weight - a.weight).slice(0, limit);
}
