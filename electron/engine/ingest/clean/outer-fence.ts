/**
 * Beyond this, values are far out: Tukey's outer fence ("Exploratory data analysis", 1977) on a scale of logarithms, as
 * prices and counts are skewed. `low` and `high` are the quartiles, both positive; a quarter of the values may be wrong
 * without moving it.
 */
export const outerFence = (low: number, high: number) => high * (high / low) ** 3;
