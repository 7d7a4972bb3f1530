/** How much more often something is true of members than of everyone. */
export interface LiftEstimate {
  readonly lift: number;
  readonly low: number;
  readonly high: number;
}

const Z95 = 1.959963984540054;

/**
 * Share of members of whom something is true over the share of everyone, with a 95 % interval on the logarithm, as for a
 * ratio of risks (Katz et al., Biometrics 34, 1978). Members are part of everyone, so the variance is the delta method's
 * for log(a / n) − log((a + b) / N), a of the n members and b of the m = N − n others being independent binomials. Half a
 * user is added to each cell of it (Walter, Biometrika 62, 1975), as cells may be empty. Where it is true of no member, the
 * upper end is the exact one for their share (Clopper and Pearson, Biometrika 26, 1934).
 */
export function estimateLift(members: number, size: number, everyone: number, users: number): LiftEstimate {
  const lift = members / size / (everyone / users);
  if (members === 0) return { lift, low: 0, high: (1 - 0.025 ** (1 / size)) / (everyone / users) };
  const a = members + 0.5;
  const b = everyone - members + 0.5;
  const n = size + 1;
  const m = users - size + 1;
  const fromMembers = (b / (a * (a + b))) ** 2 * ((a * (n - a)) / n);
  const fromOthers = (1 / (a + b)) ** 2 * ((b * (m - b)) / m);
  const width = Math.exp(Z95 * Math.sqrt(fromMembers + fromOthers));
  return { lift, low: lift / width, high: lift * width };
}

/**
 * Corrected p-values that keep the expected share of false discoveries below them (Benjamini and Hochberg, J. R. Stat. Soc.
 * B 57, 1995), for logarithms of p-values in ascending order; as logarithms again.
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
