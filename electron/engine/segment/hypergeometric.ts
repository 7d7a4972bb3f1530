/**
 * Logarithm of the two-sided p-value of Fisher's exact test (1935), as twice the smaller tail: how likely a random draw of
 * `drawn` out of `total`, `marked` of which are marked, holds a number of marked ones as far from what is expected as `found`.
 * Logarithms, because the evidence for what sets a segment apart is often beyond the range of a number.
 */
export function logFisher(found: number, drawn: number, marked: number, total: number): number {
  const expected = (drawn * marked) / total;
  const [step, end] = found >= expected ? [1, Math.min(drawn, marked)] : [-1, Math.max(0, drawn + marked - total)];
  let term = 1;
  let sum = 1;
  for (let k = found; k !== end && term > 1e-17 * sum; k += step) {
    const up = ((drawn - k) * (marked - k)) / ((k + 1) * (total - drawn - marked + k + 1));
    const down = (k * (total - drawn - marked + k)) / ((drawn - k + 1) * (marked - k + 1));
    term *= step > 0 ? up : down;
    sum += term;
  }
  return Math.min(0, Math.LN2 + logProbability(found, drawn, marked, total) + Math.log(sum));
}

function logProbability(found: number, drawn: number, marked: number, total: number): number {
  return logChoose(marked, found) + logChoose(total - marked, drawn - found) - logChoose(total, drawn);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Logarithm of the gamma function for x ≥ 1, to 1e-13 or so (Lanczos, 1964, with g = 7). */
export function logGamma(x: number): number {
  const z = x - 1;
  const sum = LANCZOS.reduce((total, coefficient, i) => (i === 0 ? coefficient : total + coefficient / (z + i)), 0);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
