import { type Batch, padBatch } from '../sequence/batches.ts';
import type { MaskedText } from './masked-words.ts';

/** A padded batch of texts, its flat masked positions (row-major) and their original tokens. */
export interface MaskedBatch {
  readonly inputs: Batch;
  readonly targetPositions: Int32Array;
  readonly targets: Int32Array;
}

export function maskedBatchOf(texts: readonly MaskedText[]): MaskedBatch {
  const inputs = padBatch(texts.map(({ sequence }) => sequence));
  const targetPositions = texts.flatMap(({ positions }, row) => positions.map((place) => row * inputs.length + place));
  const targets = texts.flatMap((text) => text.targets);
  return { inputs, targetPositions: Int32Array.from(targetPositions), targets: Int32Array.from(targets) };
}
