/**
 * Splits a batch, sorted by length, into `count` runs of consecutive examples, so that the largest number of padded
 * positions in a run is minimal. Some runs are empty if there are fewer examples.
 */
export function divide<Example>(
  examples: readonly Example[],
  lengthOf: (example: Example) => number,
  count: number,
): Example[][] {
  if (count === 1) return [[...examples]];
  const lengths = examples.map(lengthOf);
  let low = Math.max(0, ...lengths);
  let high = low * lengths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runEnds(lengths, middle).length <= count) high = middle;
    else low = middle + 1;
  }
  const ends = runEnds(lengths, low);
  return Array.from({ length: count }, (_, w) => examples.slice(w === 0 ? 0 : ends[w - 1], ends[w] ?? examples.length));
}

/** Returns the ends of runs of as many examples as fit into `most` padded positions each. */
function runEnds(lengths: readonly number[], most: number): number[] {
  const ends: number[] = [];
  let [start, longest] = [0, 0];
  lengths.forEach((length, i) => {
    longest = Math.max(longest, length);
    if ((i + 1 - start) * longest <= most) return;
    ends.push(i);
    [start, longest] = [i, length];
  });
  return [...ends, lengths.length];
}
