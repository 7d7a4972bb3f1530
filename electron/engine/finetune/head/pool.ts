import { padBatch, type Sequence } from '../../sequence/batches.ts';
import { CLS, SEP } from '../../sequence/fields.ts';

/**
 * Returns the windows of samples as one batch, the pooled positions `rows` (indices into the batch, row-major) and the
 * averaging matrix `shares`, (2 × samples, rows), row-major. Row 2 s averages all behaviours of sample s, without
 * special tokens; row 2 s + 1 averages the first positions of its windows, the [CLS] tokens.
 */
export function poolBatch(samples: readonly (readonly Sequence[])[]) {
  const batch = padBatch(samples.flat());
  const rows: number[] = [];
  const means: number[] = [];
  let window = 0;
  samples.forEach((windows, s) => {
    for (const { segment, tokens } of windows) {
      const column = Object.values(tokens)[0]!;
      for (let t = 0; t < segment.length; t++) {
        if (t > 0 && (column[t] === CLS || column[t] === SEP)) continue;
        rows.push(window * batch.length + t);
        means.push(t === 0 ? 2 * s + 1 : 2 * s);
      }
      window++;
    }
  });
  const counts = new Float32Array(2 * samples.length);
  for (const mean of means) counts[mean]!++;
  const shares = new Float32Array(counts.length * rows.length);
  means.forEach((mean, i) => {
    shares[mean * rows.length + i] = 1 / counts[mean]!;
  });
  return { batch, rows: Int32Array.from(rows), shares };
}
