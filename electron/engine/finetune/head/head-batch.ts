import { type Batch, padBatch } from '../../sequence/batches.ts';
import { CLS, SEP } from '../../sequence/fields.ts';
import type { Sample } from './samples.ts';

/** Input of a head for some samples. */
export interface HeadBatch {
  readonly samples: number;
  /** The windows of all samples. */
  readonly windows: Batch;
  /** Pooled positions (indices into the windows, row-major). */
  readonly rows: Int32Array;
  /**
   * Averaging matrix, (2 × samples, rows), row-major. Row 2 s averages all behaviours of sample s, without special
   * tokens; row 2 s + 1 averages the first positions of its windows, the [CLS] tokens.
   */
  readonly shares: Float32Array;
  /** Dense features, (samples × features), row-major. */
  readonly facts: Float32Array;
  /** Scores that the head adds to, (samples × outputs), row-major, in the labels' own unit. */
  readonly offsets: Float32Array | null;
}

export function headBatchOf(samples: readonly Sample[]): HeadBatch {
  const windows = padBatch(samples.flatMap((sample) => sample.windows));
  const rows: number[] = [];
  const means: number[] = [];
  let window = 0;
  samples.forEach((sample, s) => {
    for (const { segment, tokens } of sample.windows) {
      const column = Object.values(tokens)[0]!;
      for (let t = 0; t < segment.length; t++) {
        if (t > 0 && (column[t] === CLS || column[t] === SEP)) continue;
        rows.push(window * windows.length + t);
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
  return {
    samples: samples.length,
    windows,
    rows: Int32Array.from(rows),
    shares,
    facts: stacked(samples.map(({ facts }) => facts)),
    offsets: samples[0]?.offset ? stacked(samples.map(({ offset }) => offset ?? new Float32Array(0))) : null,
  };
}

/** Returns rows of one width in one array, row-major. */
function stacked(rows: readonly Float32Array[]): Float32Array {
  const width = rows[0]?.length ?? 0;
  const values = new Float32Array(rows.length * width);
  rows.forEach((row, r) => {
    values.set(row, r * width);
  });
  return values;
}
