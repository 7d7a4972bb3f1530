import { Random } from '../../../../shared/domain/random.ts';
import { type SliceBatch, sliceBatches } from '../contrast/slice-batch.ts';
import type { Example } from '../objective/example.ts';
import type { Seeds, ShardShare } from '../objective/forward-pass.ts';
import { type TargetBatch, targetBatchOf } from '../objective/target-batch.ts';
import { divide } from '../trainer/data-parallel/divide.ts';
import type { Shard } from '../trainer/train-task.ts';

/** Inputs of the loss of a shard. */
export interface BehaviourInputs {
  /** Null if the shard has no targets. */
  readonly batch: TargetBatch | null;
  /** Slices for the contrastive loss; none unless the run has it. */
  readonly slices: readonly SliceBatch[];
  readonly share: ShardShare;
  readonly seeds: Seeds;
}

/**
 * Splits a batch into `count` shards with about the same number of positions each. Their random choices follow from the
 * seed and the step; the first shard draws the same dropout as an undivided batch. Groups of slices are divided between
 * the shards but not among themselves, so that the contrastive loss does not depend on the number of shards.
 */
export function shardsOf(
  examples: readonly Example[],
  count: number,
  seed: number,
  step: number,
): Shard<BehaviourInputs>[] {
  const allSlices = sliceBatches(examples.flatMap(({ slices }) => slices ?? []));
  const slicesOf = (worker: number) => allSlices.filter((_, group) => group % count === worker);
  const loads = Array.from({ length: count }, (_, worker) =>
    slicesOf(worker).reduce((total, { inputs }) => total + inputs.size * inputs.length, 0),
  );
  const batches = divide(examples, ({ positions }) => positions.event.length, count, loads).map((shard) =>
    shard.length > 0 ? targetBatchOf(shard) : null,
  );
  const sum = (of: (batch: TargetBatch) => number) =>
    batches.reduce((total, batch) => total + (batch ? of(batch) : 0), 0);
  const targetCount = sum(({ targetPositions }) => targetPositions.length);
  const pairCount = sum((batch) => batch.pairs.rows.length);
  const tokens = examples.reduce((total, { positions }) => total + positions.event.length, 0);
  const events = examples.reduce((total, { positions }) => total + positions.event.filter((e) => e >= 0).length, 0);
  const counts = { events, tokens, padding: sum(({ inputs }) => inputs.size * inputs.length) - tokens };
  const random = new Random(seed, step);
  const candidates = random.bits();
  return batches.map((batch, worker) => {
    const seeds = { dropout: worker === 0 ? candidates : random.bits(), candidates };
    const [targets, pairs] = [batch?.targetPositions.length ?? 0, batch?.pairs.rows.length ?? 0];
    const share = {
      targets: targetCount === 0 ? 0 : targets / targetCount,
      pairs: pairCount === 0 ? 0 : pairs / pairCount,
    };
    const slices = slicesOf(worker);
    const usedBatch = targets + pairs > 0 ? batch : null;
    return {
      inputs: usedBatch || slices.length > 0 ? { batch: usedBatch, slices, share, seeds } : null,
      hasTargets: targetCount + pairCount + allSlices.length > 0,
      counts,
    };
  });
}
