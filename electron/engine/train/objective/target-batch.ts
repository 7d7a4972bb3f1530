import { type Batch, padBatch } from '../../sequence/batches.ts';
import type { Example } from './example.ts';
import { type Pairs, pairsOf } from './session-pairs.ts';

/** Examples as tensors' raw material: a padded batch, and where in it (row-major) which tokens are asked for. */
export interface Question {
  readonly batch: Batch;
  readonly rows: Int32Array;
  readonly targets: Int32Array;
  readonly pairs: Pairs;
}

export function questionOf(examples: readonly Example[]): Question {
  const batch = padBatch(examples.map((example) => example.positions));
  const rows = examples.flatMap(({ at }, row) => at.map((place) => row * batch.length + place));
  const targets = examples.flatMap((example) => example.targets);
  return { batch, rows: Int32Array.from(rows), targets: Int32Array.from(targets), pairs: pairsOf(examples) };
}
