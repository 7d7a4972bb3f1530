/**
 * The rising curve nearest to points by least squares: pool-adjacent-violators (Ayer et al., 1955), straight lines between
 * the middles of its steps, so that what differs a little in score does not all become the same. Gives the curve.
 */
export function isotonic(x: Float64Array, y: Float64Array): (at: number) => number {
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
  return (at) => valueAt(blocks, at);
}

function valueAt(blocks: readonly { x: number; y: number }[], at: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.x < at) low = middle + 1;
    else high = middle;
  }
  const right = blocks[low];
  const left = blocks[low - 1];
  if (!right) return left?.y ?? Number.NaN;
  if (!left) return right.y;
  return left.y + ((at - left.x) / (right.x - left.x)) * (right.y - left.y);
}
