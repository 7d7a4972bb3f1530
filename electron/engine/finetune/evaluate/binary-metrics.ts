/** Rows by decreasing score, with their labels; sorted once and evaluated with many weights. */
export interface RankedRows {
  readonly order: Int32Array;
  readonly scores: Float32Array;
  readonly positive: Uint8Array;
}

export function rankRows(scores: Float32Array, positive: Uint8Array): RankedRows {
  return { order: Int32Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]!), scores, positive };
}

/**
 * Calls `visit` for each distinct score, the highest first, with the total weights of the positives and negatives that
 * have it.
 */
function eachScore(
  { order, scores, positive }: RankedRows,
  weights: ArrayLike<number>,
  visit: (positives: number, negatives: number) => void,
): void {
  for (let start = 0, end = 0; start < order.length; start = end) {
    let positives = 0;
    let negatives = 0;
    for (; end < order.length && scores[order[end]!] === scores[order[start]!]; end++) {
      const row = order[end]!;
      if (positive[row] === 1) positives += weights[row]!;
      else negatives += weights[row]!;
    }
    if (positives + negatives > 0) visit(positives, negatives);
  }
}

/**
 * Returns the area under the ROC curve: the probability that a positive scores higher than a negative, ties counting
 * half (Hanley and McNeil, 1982); NaN if a class is missing.
 */
export function rocAuc(ranked: RankedRows, weights: ArrayLike<number>): number {
  let above = 0;
  let negatives = 0;
  let area = 0;
  eachScore(ranked, weights, (p, o) => {
    area += o * (above + p / 2);
    above += p;
    negatives += o;
  });
  return area / (above * negatives);
}

/** Returns average precision: the mean over positives of the precision at their scores; NaN without positives. */
export function prAuc(ranked: RankedRows, weights: ArrayLike<number>): number {
  let above = 0;
  let all = 0;
  let area = 0;
  eachScore(ranked, weights, (p, o) => {
    above += p;
    all += p + o;
    area += p * (above / all);
  });
  return area / above;
}

/** Maximum number of points per curve, enough for a screen. */
const POINTS = 200;

/** Returns the ROC and precision-recall curves, by decreasing threshold. */
export function curvesOf(ranked: RankedRows) {
  const ones = new Uint8Array(ranked.order.length).fill(1);
  const points: { p: number; o: number }[] = [{ p: 0, o: 0 }];
  eachScore(ranked, ones, (p, o) => {
    const last = points.at(-1)!;
    points.push({ p: last.p + p, o: last.o + o });
  });
  const { p: positives, o: negatives } = points.at(-1)!;
  const thinnedPoints = thinned(points);
  const later = thinnedPoints.slice(1);
  return {
    falsePositive: Float32Array.from(thinnedPoints, ({ o }) => o / Math.max(1, negatives)),
    truePositive: Float32Array.from(thinnedPoints, ({ p }) => p / Math.max(1, positives)),
    recall: Float32Array.from(later, ({ p }) => p / Math.max(1, positives)),
    precision: Float32Array.from(later, ({ p, o }) => p / (p + o)),
  };
}

function thinned<Point>(points: readonly Point[]): Point[] {
  if (points.length <= POINTS) return [...points];
  return Array.from({ length: POINTS }, (_, i) => points[Math.round((i * (points.length - 1)) / (POINTS - 1))]!);
}

/**
 * Returns the lift of each decile, the highest scores first: its share of positives divided by that of all rows. With
 * fewer than ten rows, the lift of each row.
 */
export function liftOf({ order, positive }: RankedRows): Float32Array {
  const parts = Math.min(10, order.length);
  const base = positive.reduce((sum, isPositive) => sum + isPositive, 0) / order.length;
  return Float32Array.from({ length: parts }, (_, part) => {
    const rows = order.subarray((part * order.length) / parts, ((part + 1) * order.length) / parts);
    return rows.reduce((sum, row) => sum + positive[row]!, 0) / rows.length / base;
  });
}

const BINS = 10;

/**
 * Returns the reliability diagram: mean probability, share of positives and number of rows in ten equal-width bins of
 * probability, without empty bins.
 */
export function reliabilityOf(chances: Float32Array, positive: Uint8Array) {
  const sums = Array.from({ length: BINS }, () => ({ chance: 0, positive: 0, rows: 0 }));
  chances.forEach((chance, row) => {
    const bin = sums[Math.min(BINS - 1, Math.floor(chance * BINS))]!;
    bin.chance += chance;
    bin.positive += positive[row]!;
    bin.rows++;
  });
  const filled = sums.filter(({ rows }) => rows > 0);
  return {
    predicted: Float32Array.from(filled, ({ chance, rows }) => chance / rows),
    observed: Float32Array.from(filled, ({ positive: p, rows }) => p / rows),
    users: Int32Array.from(filled, ({ rows }) => rows),
  };
}
