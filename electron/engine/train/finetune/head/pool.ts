import { padBatch, type Sequence } from '../../../sequence/batches.ts';
import { CLS, SEP } from '../../../sequence/fields.ts';

/**
 * Some samples' windows as one batch, and how positions are averaged: `shares` is (2 × samples, batch's positions), row-major.
 * Row 2 s is the mean over all behaviours of sample s, special positions left out; row 2 s + 1 the mean of its windows'
 * first positions, where [CLS] stands.
 */
export function poolBatch(samples: readonly (readonly Sequence[])[]) {
  const sequences = samples.flat();
  const batch = padBatch(sequences);
  const positions = batch.size * batch.length;
  const shares = new Float32Array(2 * samples.length * positions);
  let row = 0;
  samples.forEach((windows, s) => {
    const mean = shares.subarray(2 * s * positions, (2 * s + 1) * positions);
    const first = shares.subarray((2 * s + 1) * positions, (2 * s + 2) * positions);
    let counted = 0;
    const from = row * batch.length;
    for (const { segment, tokens } of windows) {
      const column = Object.values(tokens)[0]!;
      for (let t = 0; t < segment.length; t++) {
        if (column[t] === CLS || column[t] === SEP) continue;
        mean[row * batch.length + t] = 1;
        counted++;
      }
      first[row * batch.length] = 1 / windows.length;
      row++;
    }
    for (let at = from; at < row * batch.length; at++) mean[at]! /= Math.max(1, counted);
  });
  return { batch, shares };
}
