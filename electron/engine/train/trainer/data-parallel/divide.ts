/**
 * Splits a batch, sorted by length, into `count` runs of consecutive examples, so that the largest number of padded
 * positions in a run is minimal. Some runs are empty if there are fewer examples. `loads`: positions that each worker
 * computes besides its run.
 */
export function divide<Example>(
  examples: readonly Example[],
  lengthOf: (example: Example) => number,
  count: number,
  loads: readonly number[] = [],
): Example[][] {
  if (count === 1) return [[...examples]];
  const lengths = examples.map(lengthOf);
  let low = Math.max(0, ...lengths);
  let high = low * lengths.length + Math.max(0, ...loads);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runEnds(lengths, middle, loads).length <= count) high = middle;
    else low = middle + 1;
  }
  const ends = runEnds(lengths, low, loads);
  return Array.from({ length: count }, (_, w) => examples.slice(w === 0 ? 0 : ends[w - 1], ends[w] ?? examples.length));
}

/** Returns the ends of runs of as many examples as fit into `most` padded positions each, less the worker's load. */
function runEnds(lengths: readonly number[], most: number, loads: readonly number[]): number[] {
  const ends: number[] = [];
  let [start, longest] = [0, 0];
  lengths.forEach((length, i) => {
    longest = Math.max(longest, length);
    const fits = (from: number, size: number) => (i + 1 - from) * size <= most - (loads[ends.length] ?? 0);
    if (fits(start, longest)) return;
    ends.push(i);
    [start, longest] = [i, length];
    // A worker whose load leaves no room for the example has an empty run.
    while (ends.length < loads.length && !fits(start, longest)) ends.push(i);
  });
  return [...ends, lengths.length];
}
