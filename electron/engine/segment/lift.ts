/** Lift of a feature, its share of members over its share of all users, with a confidence interval. */
export interface LiftEstimate {
  readonly lift: number;
  readonly low: number;
  readonly high: number;
}

const Z95 = 1.959963984540054;

/**
 * Estimates the lift with a 95 % interval on the log scale, as for a risk ratio (Katz et al., Biometrics 34, 1978).
 * Members are included in everyone, so the variance is the delta method's for log(a / n) − log((a + b) / N), where a of
 * the n members and b of the m = N − n others are independent binomials. Half a user is added to each of its cells
 * (Walter, Biometrika 62, 1975), which may be empty. If no member has the feature, the upper bound is the exact one for
 * their share (Clopper and Pearson, Biometrika 26, 1934).
 */
export function estimateLift(members: number, size: number, everyone: number, users: number): LiftEstimate {
  const lift = members / size / (everyone / users);
  if (members === 0) return { lift, low: 0, high: (1 - 0.025 ** (1 / size)) / (everyone / users) };
  const a = members + 0.5;
  const b = everyone - members + 0.5;
  const n = size + 1;
  const m = users - size + 1;
  const memberVariance = (b / (a * (a + b))) ** 2 * ((a * (n - a)) / n);
  const otherVariance = (1 / (a + b)) ** 2 * ((b * (m - b)) / m);
  const width = Math.exp(Z95 * Math.sqrt(memberVariance + otherVariance));
  return { lift, low: lift / width, high: lift * width };
}

/**
 * Adjusts p-values to control the false discovery rate (Benjamini and Hochberg, J. R. Stat. Soc. B 57, 1995). Takes
 * logarithms of p-values in ascending order and returns logarithms.
 */
export function benjaminiHochberg(ascending: Float64Array): Float64Array {
  const corrected = new Float64Array(ascending.length);
  let smallest = 0;
  for (let i = ascending.length - 1; i >= 0; i--) {
    smallest = Math.min(smallest, ascending[i]! + Math.log(ascending.length / (i + 1)));
    corrected[i] = smallest;
  }
  return corrected;
}
