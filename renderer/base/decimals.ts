/** Most decimals that a number is shown with. */
const MOST = 4;

/** Returns the number of decimals, at most four, that a number has. */
export function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < MOST; decimals++) {
    if (Math.abs(Number(value.toFixed(decimals)) - value) <= 1e-9) return decimals;
  }
  return MOST;
}
