import { type Batch, padBatch } from '../../sequence/batches.ts';
import type { Example } from './example.ts';
import { type Pairs, pairsOf } from './session-pairs.ts';

/** Input of a forward pass: a padded batch, its flat target positions (row-major) and their target tokens. */
export interface TargetBatch {
  readonly inputs: Batch;
  readonly targetPositions: Int32Array;
  readonly targets: Int32Array;
  readonly pairs: Pairs;
}

export function targetBatchOf(examples: readonly Example[]): TargetBatch {
  const inputs = padBatch(examples.map((example) => example.positions));
  const targetPositions = examples.flatMap(({ targetPositions: positions }, row) =>
    positions.map((place) => row * inputs.length + place),
  );
  const targets = examples.flatMap((example) => example.targets);
  return {
    inputs,
    targetPositions: Int32Array.from(targetPositions),
    targets: Int32Array.from(targets),
    pairs: pairsOf(examples),
  };
}
