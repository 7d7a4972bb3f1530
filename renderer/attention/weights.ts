/** The attention of one head: `weights[from * size + to]`, each row summing to 1. */
export interface Head {
  size: number;
  weights: Float32Array;
  /** The least and the greatest weight. */
  least: number;
  most: number;
}

/** One head of (layers × heads × from × to). */
export function headOf(attention: Float32Array, size: number, heads: number, layer: number, head: number): Head {
  const start = (layer * heads + head) * size * size;
  const weights = attention.subarray(start, start + size * size);
  let [least, most] = [1, 0];
  for (const weight of weights) {
    if (weight < least) least = weight;
    if (weight > most) most = weight;
  }
  return { size, weights, least, most };
}

export interface Link {
  from: number;
  to: number;
  weight: number;
}

/** The greatest weights of a head between positions that `counts` accepts, the greatest first. */
export function strongestLinks({ size, weights }: Head, limit: number, counts: (position: number) => boolean): Link[] {
  const links: Link[] = [];
  for (let from = 0; from < size; from++) {
    if (!counts(from)) continue;
    for (let to = 0; to < size; to++) {
      if (counts(to)) links.push({ from, to, weight: weights[from * size + to]! });
    }
  }
  return links.sort((a, b) => b.weight - a.weight).slice(0, limit);
}
