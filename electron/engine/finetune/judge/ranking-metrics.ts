import type { Labels } from '../labels/labels.ts';
import { type Figures, sumOf } from './weighted-metrics.ts';

const CUTS = [5, 10, 20];

/**
 * Hit rate (whether any of what came is among the first k) and NDCG (Järvelin and Kekäläinen, 2002, gains of 0 and 1, over the
 * best that k places allow), all things ranked.
 */
export function rankingFigures(labels: Labels & { kind: 'ranking' }, rows: Int32Array, scores: Float32Array): Figures {
  const outputs = labels.names.length;
  const columns = new Map<string, Float64Array>();
  for (const k of CUTS) {
    columns.set(`hitRate@${k}`, new Float64Array(rows.length));
    columns.set(`ndcg@${k}`, new Float64Array(rows.length));
  }
  rows.forEach((row, r) => {
    const came = labels.of[row]!;
    const ranks = Array.from(came, (k) => rankOf(scores.subarray(r * outputs, (r + 1) * outputs), k));
    for (const k of CUTS) {
      const found = ranks.filter((rank) => rank <= k);
      let best = 0;
      for (let place = 1; place <= Math.min(k, came.length); place++) best += 1 / Math.log2(1 + place);
      columns.get(`hitRate@${k}`)![r] = found.length > 0 ? 1 : 0;
      columns.get(`ndcg@${k}`)![r] = found.reduce((sum, rank) => sum + 1 / Math.log2(1 + rank), 0) / best;
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

/** 1 the best; those with the same score count half. */
function rankOf(scores: Float32Array, k: number): number {
  let better = 0;
  let equal = 0;
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! > scores[k]!) better++;
    else if (scores[i] === scores[k]) equal++;
  }
  return 1 + better + (equal - 1) / 2;
}
