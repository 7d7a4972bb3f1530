/**
 * Purchase histories, one row per customer, in weeks. `x`: number of repeat purchases; `tx`: time from the first
 * purchase to the last (0 without repeat purchases); `T`: time from the first purchase to the end of the observation.
 */
export interface PurchaseHistories {
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
}

/** Distinct purchase histories and the number of customers with each, ascending by `x`, `tx` and `T`. */
export interface PurchaseGroups extends PurchaseHistories {
  readonly customers: Float64Array;
  /** Index of each customer's group. */
  readonly groupOf: Int32Array;
}

/** Groups equal histories, so that a likelihood has one term per group. */
export function groupHistories({ x, tx, T }: PurchaseHistories): PurchaseGroups {
  const order = Int32Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || tx[a]! - tx[b]! || T[a]! - T[b]! || a - b);
  const firsts: number[] = [];
  const counts: number[] = [];
  const groupOf = new Int32Array(x.length);
  for (const customer of order) {
    const first = firsts.at(-1);
    const isNew =
      first === undefined || x[first] !== x[customer] || tx[first] !== tx[customer] || T[first] !== T[customer];
    if (isNew) {
      firsts.push(customer);
      counts.push(0);
    }
    counts[counts.length - 1]!++;
    groupOf[customer] = counts.length - 1;
  }
  const column = (values: Float64Array) => Float64Array.from(firsts, (customer) => values[customer]!);
  return { x: column(x), tx: column(tx), T: column(T), customers: Float64Array.from(counts), groupOf };
}
