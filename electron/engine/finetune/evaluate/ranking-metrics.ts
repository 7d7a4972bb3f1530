import type { Labels } from '../labels/labels.ts';
import { sumOf, type WeightedMetrics } from './weighted-metrics.ts';

const CUTOFFS = [5, 10, 20];

/**
 * Prepares hit rate at k (whether any relevant thing is ranked among the first k) and NDCG at k (Järvelin and
 * Kekäläinen, 2002) with gains of 0 and 1, over all ranked things.
 */
export function rankingMetrics(
  labels: Labels & { kind: 'ranking' },
  rows: Int32Array,
  scores: Float32Array,
): WeightedMetrics {
  const outputs = labels.names.length;
  const columns = new Map<string, Float64Array>();
  for (const k of CUTOFFS) {
    columns.set(`hitRate@${k}`, new Float64Array(rows.length));
    columns.set(`ndcg@${k}`, new Float64Array(rows.length));
  }
  rows.forEach((row, r) => {
    const relevant = labels.values[row]!;
    const ranks = Array.from(relevant, (k) => rankOf(scores.subarray(r * outputs, (r + 1) * outputs), k));
    for (const k of CUTOFFS) {
      const hits = ranks.filter((rank) => rank <= k);
      let idealDcg = 0;
      for (let place = 1; place <= Math.min(k, relevant.length); place++) idealDcg += 1 / Math.log2(1 + place);
      columns.get(`hitRate@${k}`)![r] = hits.length > 0 ? 1 : 0;
      columns.get(`ndcg@${k}`)![r] = hits.reduce((sum, rank) => sum + 1 / Math.log2(1 + rank), 0) / idealDcg;
    }
  });
  return (weights) => {
    const total = sumOf(weights, rows.length);
    return Object.fromEntries(
      [...columns].map(([name, column]) => [
        name,
        column.reduce((sum, value, r) => sum + weights[r]! * value, 0) / total,
      ]),
    );
  };
}

/** Returns the rank of output k, 1 being the best; ties get their mean rank. */
function rankOf(scores: Float32Array, k: number): number {
  let better = 0;
  let equal = 0;
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! > scores[k]!) better++;
    else if (scores[i] === scores[k]) equal++;
  }
  return 1 + better + (equal - 1) / 2;
}
