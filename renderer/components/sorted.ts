export interface Order {
  key: string;
  descending: boolean;
}

/** Rows in the order of a figure or a text; what is not a number comes last either way. */
export function sorted<Row>(rows: readonly Row[], by: (row: Row) => number | string, descending: boolean): Row[] {
  const sign = descending ? -1 : 1;
  const text = new Intl.Collator(undefined, { numeric: true });
  return [...rows].sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    if (typeof x === 'string' || typeof y === 'string') return sign * text.compare(String(x), String(y));
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return sign * (x - y);
  });
}
