import { FIELDS, type FieldName, PAD } from './fields.ts';
import type { Positions } from './layout.ts';

/** Sequences padded to the longest of them, row by row. */
export interface Batch {
  readonly size: number;
  readonly length: number;
  /** Each (size × length), row-major. */
  readonly tokens: Readonly<Record<FieldName, Int32Array>>;
  readonly segment: Int32Array;
  /** How many positions come after each: 0 for the last of a sequence, whatever its length, and for padding. */
  readonly position: Int32Array;
  /** 1 where there is a position, 0 where padding. */
  readonly mask: Float32Array;
}

export function padBatch(sequences: readonly Positions[]): Batch {
  const size = sequences.length;
  const length = sequences.reduce((max, s) => Math.max(max, s.event.length), 1);
  const tokens = Object.fromEntries(
    FIELDS.map((field) => {
      const column = new Int32Array(size * length).fill(PAD);
      for (const [row, s] of sequences.entries()) column.set(s.tokens[field], row * length);
      return [field, column];
    }),
  );
  const segment = new Int32Array(size * length);
  const position = new Int32Array(size * length);
  const mask = new Float32Array(size * length);
  sequences.forEach((s, row) => {
    segment.set(s.segment, row * length);
    position.set(
      s.event.map((_, i) => s.event.length - 1 - i),
      row * length,
    );
    mask.fill(1, row * length, row * length + s.event.length);
  });
  return { size, length, tokens: tokens as Batch['tokens'], segment, position, mask };
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
