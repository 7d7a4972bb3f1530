/** Rows in falling order of their scores, with what they are; built once, weighted many times. */
export interface Ranked {
  readonly order: Int32Array;
  readonly scores: Float32Array;
  readonly positive: Uint8Array;
}

export function rankedBy(scores: Float32Array, positive: Uint8Array): Ranked {
  return { order: Int32Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]!), scores, positive };
}

/** Calls back once for each score that occurs, the highest first, with the weight of positives and of others that have it. */
function eachScore(
  { order, scores, positive }: Ranked,
  weights: ArrayLike<number>,
  visit: (positives: number, others: number) => void,
): void {
  for (let start = 0, end = 0; start < order.length; start = end) {
    let positives = 0;
    let others = 0;
    for (; end < order.length && scores[order[end]!] === scores[order[start]!]; end++) {
      const row = order[end]!;
      if (positive[row] === 1) positives += weights[row]!;
      else others += weights[row]!;
    }
    if (positives + others > 0) visit(positives, others);
  }
}

/** The chance that a positive has a higher score than another, ties counting half (Hanley and McNeil, 1982); NaN of one class only. */
export function rocAuc(ranked: Ranked, weights: ArrayLike<number>): number {
  let above = 0;
  let others = 0;
  let area = 0;
  eachScore(ranked, weights, (p, o) => {
    area += o * (above + p / 2);
    above += p;
    others += o;
  });
  return area / (above * others);
}

/** Average precision: mean over positives of the precision at their scores; NaN where there are none. */
export function prAuc(ranked: Ranked, weights: ArrayLike<number>): number {
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

/** Points of the curves: as many as a screen can tell apart. */
const POINTS = 200;

/** ROC and precision-recall curves, from the highest score down. */
export function curvesOf(ranked: Ranked) {
  const ones = new Uint8Array(ranked.order.length).fill(1);
  const points: { p: number; o: number }[] = [{ p: 0, o: 0 }];
  eachScore(ranked, ones, (p, o) => {
    const last = points.at(-1)!;
    points.push({ p: last.p + p, o: last.o + o });
  });
  const { p: positives, o: others } = points.at(-1)!;
  const kept = thinned(points);
  const later = kept.slice(1);
  return {
    falsePositive: Float32Array.from(kept, ({ o }) => o / Math.max(1, others)),
    truePositive: Float32Array.from(kept, ({ p }) => p / Math.max(1, positives)),
    recall: Float32Array.from(later, ({ p }) => p / Math.max(1, positives)),
    precision: Float32Array.from(later, ({ p, o }) => p / (p + o)),
  };
}

function thinned<Point>(points: readonly Point[]): Point[] {
  if (points.length <= POINTS) return [...points];
  return Array.from({ length: POINTS }, (_, i) => points[Math.round((i * (points.length - 1)) / (POINTS - 1))]!);
}

/** The share of positives in each tenth, the highest scores first, over that among all; of fewer than ten rows in each row. */
export function liftOf({ order, positive }: Ranked): Float32Array {
  const parts = Math.min(10, order.length);
  const base = positive.reduce((sum, one) => sum + one, 0) / order.length;
  return Float32Array.from({ length: parts }, (_, part) => {
    const rows = order.subarray((part * order.length) / parts, ((part + 1) * order.length) / parts);
    return rows.reduce((sum, row) => sum + positive[row]!, 0) / rows.length / base;
  });
}

const BINS = 10;

/** Mean probability, share of positives and rows in ten bins of probability of the same width; empty bins are left out. */
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
