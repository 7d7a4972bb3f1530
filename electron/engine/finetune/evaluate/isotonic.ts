/** Points of a piecewise linear curve, ascending in x; constant beyond both ends. */
export interface Curve {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/**
 * Fits isotonic regression by pool-adjacent-violators (Ayer et al., 1955), with linear interpolation between the
 * centres of the blocks, so that close scores do not all become equal.
 */
export function isotonic(x: Float64Array, y: Float64Array): Curve {
  const order = Int32Array.from(x.keys()).sort((a, b) => x[a]! - x[b]!);
  const blocks: { x: number; y: number; points: number }[] = [];
  for (const i of order) {
    let block = { x: x[i]!, y: y[i]!, points: 1 };
    for (let last = blocks.at(-1); last && (last.y >= block.y || last.x === block.x); last = blocks.at(-1)) {
      const points = last.points + block.points;
      const mean = (of: 'x' | 'y') => (last![of] * last!.points + block[of] * block.points) / points;
      block = { x: mean('x'), y: mean('y'), points };
      blocks.pop();
    }
    blocks.push(block);
  }
  return { x: Float32Array.from(blocks, (block) => block.x), y: Float32Array.from(blocks, (block) => block.y) };
}

/** Returns the value of a curve at a point; NaN if the curve is empty. */
export function interpolate({ x, y }: Curve, at: number): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle]! < at) low = middle + 1;
    else high = middle;
  }
  if (low === x.length) return y[low - 1] ?? Number.NaN;
  if (low === 0) return y[0]!;
  const share = (at - x[low - 1]!) / (x[low]! - x[low - 1]!);
  return y[low - 1]! + share * (y[low]! - y[low - 1]!);
}
