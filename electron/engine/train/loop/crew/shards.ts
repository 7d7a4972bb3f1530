import type { Example } from '../../objective/example.ts';
import type { ShardShare } from '../../objective/forward-pass.ts';
import { type TargetBatch, targetBatchOf } from '../../objective/target-batch.ts';

/** One worker's part of a batch, with counts of the whole batch. */
export interface Shard {
  /** Null if there are no targets for this worker. */
  readonly batch: TargetBatch | null;
  readonly share: ShardShare;
  /** Whether the batch has any targets: all of its values may be missing from the vocabulary. */
  readonly hasTargets: boolean;
  readonly counts: Counts;
}

/** Counts of a whole batch: events, positions, and padding positions in its shards. */
export interface Counts {
  readonly events: number;
  readonly tokens: number;
  readonly padding: number;
}

/** Splits a batch into `count` shards with about the same number of positions each. */
export function shardsOf(examples: readonly Example[], count: number): Shard[] {
  const batches = divide(examples, count).map((shard) => (shard.length > 0 ? targetBatchOf(shard) : null));
  const sum = (of: (batch: TargetBatch) => number) =>
    batches.reduce((total, batch) => total + (batch ? of(batch) : 0), 0);
  const targetCount = sum(({ targetPositions }) => targetPositions.length);
  const pairCount = sum((batch) => batch.pairs.rows.length);
  const tokens = examples.reduce((total, { positions }) => total + positions.event.length, 0);
  const events = examples.reduce((total, { positions }) => total + positions.event.filter((e) => e >= 0).length, 0);
  const counts = { events, tokens, padding: sum(({ inputs }) => inputs.size * inputs.length) - tokens };
  return batches.map((batch) => ({
    batch: batch && batch.targetPositions.length + batch.pairs.rows.length > 0 ? batch : null,
    share: {
      targets: targetCount === 0 ? 0 : (batch?.targetPositions.length ?? 0) / targetCount,
      pairs: pairCount === 0 ? 0 : (batch?.pairs.rows.length ?? 0) / pairCount,
    },
    hasTargets: targetCount + pairCount > 0,
    counts,
  }));
}

/**
 * Splits a batch, sorted by length, into `count` runs of consecutive examples, so that the largest number of padded
 * positions in a run is minimal. Some runs are empty if there are fewer examples.
 */
export function divide(examples: readonly Example[], count: number): Example[][] {
  if (count === 1) return [[...examples]];
  const lengths = examples.map(({ positions }) => positions.event.length);
  let low = Math.max(0, ...lengths);
  let high = low * lengths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runEnds(lengths, middle).length <= count) high = middle;
    else low = middle + 1;
  }
  const ends = runEnds(lengths, low);
  return Array.from({ length: count }, (_, w) => examples.slice(w === 0 ? 0 : ends[w - 1], ends[w] ?? examples.length));
}

/** Returns the ends of runs of as many examples as fit into `most` padded positions each. */
function runEnds(lengths: readonly number[], most: number): number[] {
  const ends: number[] = [];
  let [start, longest] = [0, 0];
  lengths.forEach((length, i) => {
    longest = Math.max(longest, length);
    if ((i + 1 - start) * longest <= most) return;
    ends.push(i);
    [start, longest] = [i, length];
  });
  return [...ends, lengths.length];
}
