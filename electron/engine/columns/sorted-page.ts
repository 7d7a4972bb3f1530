/** A page of rows sorted by a number. */
interface SortedPage {
  readonly offset: number;
  readonly limit: number;
  readonly descending: boolean;
}

/**
 * Returns the indices of one page of values in sorted order, those of NaN last. Equal values are in the order of their
 * indices. Takes a few passes over the values, wherever the page is: a sort of a million takes five times as long.
 */
export function sortedPage(values: ArrayLike<number>, { offset, limit, descending }: SortedPage): number[] {
  const { keys, known } = sortKeys(values, descending);
  const end = Math.min(offset + limit, known.length);
  const page = offset < end ? knownPage(keys, known, offset, end) : [];
  const unknown: number[] = [];
  let skipped = known.length;
  if (known.length < keys.length) {
    for (let row = 0; row < keys.length && page.length + unknown.length < limit; row++) {
      if (Number.isNaN(keys[row]!) && skipped++ >= offset) unknown.push(row);
    }
  }
  return page.concat(unknown);
}

/** The values, or their opposites for a descending order; `known` are those without NaN. */
function sortKeys(values: ArrayLike<number>, descending: boolean): { keys: Float64Array; known: Float64Array } {
  const [keys, known] = [new Float64Array(values.length), new Float64Array(values.length)];
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const key = descending ? -values[row]! : values[row]!;
    keys[row] = key;
    if (!Number.isNaN(key)) known[count++] = key;
  }
  return { keys, known: known.subarray(0, count) };
}

/** Returns the rows of the keys from `offset` to before `end` in ascending order. Reorders `known`, the same keys. */
function knownPage(keys: Float64Array, known: Float64Array, offset: number, end: number): number[] {
  const [first, last] = [quickSelect(known, offset), quickSelect(known, end - 1)];
  let below = 0;
  const [equalFirst, between, equalLast]: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!;
    if (key < first) below++;
    else if (key === first) equalFirst.push(row);
    else if (key < last) between.push(row);
    else if (key === last) equalLast.push(row);
  }
  between.sort((a, b) => keys[a]! - keys[b]! || a - b);
  return [...equalFirst, ...between, ...equalLast].slice(offset - below, end - below);
}

/** Returns the value at an index of the sorted values; moves smaller ones before it, larger ones after it. */
function quickSelect(values: Float64Array, index: number): number {
  let [left, right] = [0, values.length - 1];
  while (left < right) {
    const pivot = values[(left + right) >>> 1]!;
    let [i, j] = [left, right];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const swapped = values[i]!;
      values[i++] = values[j]!;
      values[j--] = swapped;
    }
    if (index <= j) right = j;
    else if (index >= i) left = i;
    else break;
  }
  return values[index]!;
}
