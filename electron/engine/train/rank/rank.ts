import { sharedDoubles, sharedInts } from '../../threads/shared-memory.ts';
import { type Found, type Questions, rankBatches, type Scorer } from './rank-batches.ts';

interface Wishes {
  /** Whether the loss is computed. */
  readonly loss?: boolean;
  /** How many of the first tokens of each ranking are kept. */
  readonly first?: number;
  /** The questions' places in batches; as they come if not said. */
  readonly batches?: readonly Int32Array[];
  readonly onBatch?: (done: number) => void;
}

/** What a ranker made of held-out targets. */
export interface Ranked {
  /** 1 the best; Infinity where the vocabulary lacks the target. */
  readonly ranks: Float64Array;
  /** Mean of -log p(target) under the softmax over all items, in nats, of the targets that the vocabulary has; NaN if not asked for. */
  readonly loss: number;
  /** The first tokens of each ranking, (questions × `first`), 0 where there are fewer. */
  readonly first: Int32Array;
}

/** Scores that are held at once: 64 questions, or fewer where there are very many items. */
const BATCH = 64;
const MOST_SCORES = 1 << 23;

/**
 * Rank of each held-out target among all items, 1 the best; ties count half, so that a ranker that scores all alike gets the
 * middle rank. Targets that the vocabulary lacks get rank Infinity.
 */
export function rankAll(questions: Questions, score: Scorer, wishes: Wishes = {}): Ranked {
  const found = nothingYet(questions, wishes);
  const batches = smallEnough(questions, wishes.batches ?? [Int32Array.from(questions.held.keys())]);
  const rank = rankBatches(questions, score, batches, found);
  let done = 0;
  batches.forEach((batch, index) => {
    rank(index);
    done += batch.length;
    wishes.onBatch?.(done);
  });
  return rankedFrom(found);
}

/** Batches of so few questions that their scores fit into memory. */
export function smallEnough({ tokens }: Questions, batches: readonly Int32Array[]): Int32Array[] {
  const most = Math.max(1, Math.min(BATCH, Math.floor(MOST_SCORES / tokens)));
  return batches.flatMap((batch) =>
    Array.from({ length: Math.ceil(batch.length / most) }, (_, i) => batch.subarray(i * most, (i + 1) * most)),
  );
}

/** Room for what is found of all questions, in memory that threads share. */
export function nothingYet({ held }: Questions, { loss, first = 0 }: Wishes): Found {
  return {
    ranks: sharedDoubles(held.length),
    losses: loss ? sharedDoubles(held.length) : null,
    kept: first,
    first: sharedInts(held.length * first),
  };
}

export function rankedFrom({ ranks, losses, first }: Found): Ranked {
  const known = losses?.filter((loss) => !Number.isNaN(loss)) ?? [];
  let sum = 0;
  for (const loss of known) sum += loss;
  return { ranks, loss: sum / known.length, first };
}
