/** Maximum number of decimals. */
const MAX_DECIMALS = 4;

/** Returns the number of decimals of a number, at most four. */
export function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < MAX_DECIMALS; decimals++) {
    if (Math.abs(Number(value.toFixed(decimals)) - value) <= 1e-9) return decimals;
  }
  return MAX_DECIMALS;
}
