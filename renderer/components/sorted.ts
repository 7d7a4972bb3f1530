export interface Order {
  key: string;
  descending: boolean;
}

/** Returns the rows sorted by a number or a text; NaN comes last in either direction. */
export function sorted<Row>(
  rows: readonly Row[],
  sortValue: (row: Row) => number | string,
  descending: boolean,
): Row[] {
  const sign = descending ? -1 : 1;
  const collator = new Intl.Collator(undefined, { numeric: true });
  return [...rows].sort((a, b) => {
    const [x, y] = [sortValue(a), sortValue(b)];
    if (typeof x === 'string' || typeof y === 'string') return sign * collator.compare(String(x), String(y));
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return sign * (x - y);
  });
}
