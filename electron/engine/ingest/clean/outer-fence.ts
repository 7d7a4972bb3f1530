/**
 * Upper threshold for outliers: Tukey's outer fence ("Exploratory data analysis", 1977) on a logarithmic scale, as
 * prices and counts are skewed. `low` and `high` are the quartiles, both positive; the fence is robust to a quarter of
 * the values being wrong.
 */
export const outerFence = (low: number, high: number) => high * (high / low) ** 3;
