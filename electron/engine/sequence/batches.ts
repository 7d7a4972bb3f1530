import { PAD } from './fields.ts';

/** What a batch takes of a sequence: behaviours and texts alike. */
export interface Sequence {
  /** Tokens of each field, one a position; all sequences of a batch have the same fields. */
  readonly tokens: Readonly<Record<string, Int32Array>>;
  readonly segment: Int32Array;
}

export interface Batch {
  readonly size: number;
  readonly length: number;
  /** Tokens of each field, (size × length), row-major. */
  readonly tokens: Readonly<Record<string, Int32Array>>;
  readonly segment: Int32Array;
  /** How many positions of the sequence come after each, and before it; 0 for padding. */
  readonly fromEnd: Int32Array;
  readonly fromStart: Int32Array;
  /** 1 where there is a position, 0 where padding. */
  readonly mask: Float32Array;
}

/** Sequences padded to the longest of them, row by row. */
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
    const own = sequence.segment.length;
    for (const field of fields) tokens[field]!.set(sequence.tokens[field]!, start);
    batch.segment.set(sequence.segment, start);
    for (let i = 0; i < own; i++) {
      batch.fromEnd[start + i] = own - 1 - i;
      batch.fromStart[start + i] = i;
    }
    mask.fill(1, start, start + own);
  });
  return { ...batch, mask };
}

/**
 * Groups sequences of like length, so that little is padding: indices are sorted by length within the given order's
 * blocks of `block` batches, then cut into batches of at most `positions` positions.
 */
export function lengthBuckets(order: Int32Array, lengths: Int32Array, batchSize: number, block = 16): Int32Array[] {
  const batches: Int32Array[] = [];
  for (let start = 0; start < order.length; start += batchSize * block) {
    const part = order.slice(start, start + batchSize * block).sort((a, b) => lengths[a]! - lengths[b]!);
    for (let i = 0; i < part.length; i += batchSize) batches.push(part.slice(i, i + batchSize));
  }
  return batches;
}

/** Positions of a batch that is not learnt from: what layers say of them stays in a core's cache. */
const POSITIONS = 2048;
/** Share of a batch's positions that may be padding, where it has more sequences than a few. */
const MOST_PADDING = 0.05;
const FEW = 8;

/** All indices in batches of sequences of like length, the shortest first. */
export function evenBatches(lengths: Int32Array): Int32Array[] {
  const order = Int32Array.from(lengths.keys()).sort((a, b) => lengths[a]! - lengths[b]!);
  const batches: Int32Array[] = [];
  let start = 0;
  let held = 0;
  for (let end = 0; end < order.length; end++) {
    const own = lengths[order[end]!]!;
    const padded = own * (end + 1 - start);
    const padding = 1 - (held + own) / padded;
    if (end > start && (padded > POSITIONS || (padding > MOST_PADDING && end - start >= FEW))) {
      batches.push(order.slice(start, end));
      start = end;
      held = 0;
    }
    held += own;
  }
  if (start < order.length) batches.push(order.slice(start));
  return batches;
}
