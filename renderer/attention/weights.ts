import type { Output } from '../../shared/contract/index.ts';

export type Attention = Output<'explain.attention'>;

/** Attention weights of one head: `weights[from * size + to]`, each row summing to 1. */
export interface Head {
  size: number;
  weights: Float32Array;
  /** Ends of the colour scale; weights above `max` have its colour. */
  min: number;
  max: number;
  /** Whether a weight is above `max`. */
  exceeded: boolean;
}

/**
 * Returns one head of an array of shape (layers × heads × from × to). Its scale ends at the largest weight from and to
 * positions that `isScaled` accepts: the weights of special tokens are often many times those of all others.
 */
export function headOf(
  attention: Float32Array,
  size: number,
  heads: number,
  layer: number,
  head: number,
  isScaled: (position: number) => boolean = () => true,
): Head {
  const start = (layer * heads + head) * size * size;
  const weights = attention.subarray(start, start + size * size);
  let [min, max, greatest] = [1, 0, 0];
  weights.forEach((weight, cell) => {
    min = Math.min(min, weight);
    greatest = Math.max(greatest, weight);
    if (weight > max && isScaled(Math.floor(cell / size)) && isScaled(cell % size)) max = weight;
  });
  if (max <= min) max = greatest;
  return { size, weights, min, max, exceeded: greatest > max };
}

/** Returns a test of whether a position is a behaviour or a word, and no special token. */
export function isBehaviour({ tokens }: Pick<Attention, 'tokens'>): (position: number) => boolean {
  return (position) => tokens[position]?.kind === 'behaviour';
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
