import { PAD } from './fields.ts';

/** Sequence of tokens as a batch takes it, of behaviours or of a text. */
export interface Sequence {
  /** Token ids of each field, one per position; all sequences of a batch have the same fields. */
  readonly tokens: Readonly<Record<string, Int32Array>>;
  readonly segment: Int32Array;
}

export interface Batch {
  readonly size: number;
  readonly length: number;
  /** Token ids of each field, (size × length), row-major. */
  readonly tokens: Readonly<Record<string, Int32Array>>;
  readonly segment: Int32Array;
  /** Number of positions after each position of its sequence, and before it; 0 for padding. */
  readonly fromEnd: Int32Array;
  readonly fromStart: Int32Array;
  /** 1 where there is a position, 0 for padding. */
  readonly mask: Float32Array;
}

/** Pads sequences to the longest of them, one per row. */
export function padBatch(sequences: readonly Sequence[]): Batch {
  const size = sequences.length;
  const length = sequences.reduce((max, { segment }) => Math.max(max, segment.length), 1);
  const zeros = () => new Int32Array(size * length);
  const fields = Object.keys(sequences[0]?.tokens ?? {});
  const tokens = Object.fromEntries(fields.map((field) => [field, zeros().fill(PAD)]));
  const batch = { size, length, tokens, segment: zeros(), fromEnd: zeros(), fromStart: zeros() };
  const mask = new Float32Array(size * length);
  sequences.forEach((sequence, row) => {
    const start = row * length;
    const sequenceLength = sequence.segment.length;
    for (const field of fields) tokens[field]!.set(sequence.tokens[field]!, start);
    batch.segment.set(sequence.segment, start);
    for (let i = 0; i < sequenceLength; i++) {
      batch.fromEnd[start + i] = sequenceLength - 1 - i;
      batch.fromStart[start + i] = i;
    }
    mask.fill(1, start, start + sequenceLength);
  });
  return { ...batch, mask };
}

/**
 * Groups sequences of similar length to reduce padding: within each block of `block` batches of the given order,
 * indices are sorted by length, then split into batches of `batchSize` sequences.
 */
export function lengthBuckets(order: Int32Array, lengths: Int32Array, batchSize: number, block = 16): Int32Array[] {
  const batches: Int32Array[] = [];
  for (let start = 0; start < order.length; start += batchSize * block) {
    const blockIndices = order.slice(start, start + batchSize * block).sort((a, b) => lengths[a]! - lengths[b]!);
    for (let i = 0; i < blockIndices.length; i += batchSize) batches.push(blockIndices.slice(i, i + batchSize));
  }
  return batches;
}

/** Maximum positions of an inference batch, padding included: its activations fit into a core's cache. */
const MAX_BATCH_POSITIONS = 2048;
/** Maximum fraction of padding in a batch of at least `SMALL_BATCH` sequences. */
const MAX_PADDING = 0.05;
const SMALL_BATCH = 8;

/** Splits all indices into batches of sequences of similar length, shortest first. */
export function batchByLength(lengths: Int32Array): Int32Array[] {
  const order = Int32Array.from(lengths.keys()).sort((a, b) => lengths[a]! - lengths[b]!);
  const batches: Int32Array[] = [];
  let start = 0;
  let positions = 0;
  for (let end = 0; end < order.length; end++) {
    const length = lengths[order[end]!]!;
    const padded = length * (end + 1 - start);
    const padding = 1 - (positions + length) / padded;
    if (end > start && (padded > MAX_BATCH_POSITIONS || (padding > MAX_PADDING && end - start >= SMALL_BATCH))) {
      batches.push(order.slice(start, end));
      start = end;
      positions = 0;
    }
    positions += length;
  }
  if (start < order.length) batches.push(order.slice(start));
  return batches;
}
