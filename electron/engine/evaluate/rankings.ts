import type { Baseline, Skipped } from '../../../shared/contract/train.ts';
import type { JobContext } from '../jobs/context.ts';
import type { Pool } from '../threads/pool.ts';
import { shared } from '../threads/shared-memory.ts';
import type { Ranked } from '../train/rank/rank.ts';
import type { Questions } from '../train/rank/rank-batches.ts';
import { BASELINES } from './baselines/choose.ts';
import { type BaselinesInput, rankByBaselines } from './baselines-task.ts';

export interface Rankings {
  /** By ranker, `model` first. */
  readonly ranked: Record<string, Ranked>;
  readonly skipped: readonly Skipped[];
  /** The settings that were chosen for each baseline; a baseline without any is not in it. */
  readonly settings: Record<string, string>;
}

/** What an event costs the factorisation, the costliest, in as many multiply-adds as a kernel does meanwhile. */
const EACH = 3e5;

/**
 * The same questions as the model has answered put to each baseline, whose settings are chosen on validation. They share the
 * pool's threads, the costly ones first.
 */
export async function rankingsOf(
  model: Ranked,
  asked: Omit<BaselinesInput, 'names'>,
  pool: Pool,
  { checkCancelled, progress, log }: JobContext,
): Promise<Rankings> {
  const order = Object.keys(BASELINES) as Baseline[];
  const names = order.toReversed();
  const found = await pool.share('evaluate.baselines', () => ({ ...inSharedMemory(asked), names }), {
    counts: new Int32Array(names.length).fill(1),
    multiplyAdds: EACH * asked.training.items.length,
    do: rankByBaselines({ ...asked, names }, checkCancelled),
    tick(done) {
      checkCancelled();
      progress({ stage: 'evaluate.baselines', done, total: names.length, unit: 'baselines' });
    },
  });
  const ranked: Record<string, Ranked> = { model };
  const skipped: Skipped[] = [];
  const settings: Record<string, string> = {};
  for (const name of order) {
    const given = found[names.indexOf(name)]!;
    if ('reason' in given) {
      skipped.push(given);
      log(`${name}: left out, ${given.reason}`);
      continue;
    }
    ranked[name] = given.ranked;
    if (given.settings === '') continue;
    settings[name] = given.settings;
    log(`${name}: ${given.settings}`);
  }
  return { ranked, skipped, settings };
}

function inSharedMemory({ training, validation, test, seconds }: Omit<BaselinesInput, 'names'>) {
  const items = shared(training.items);
  const asked = (questions: Questions) => ({ ...questions, column: items });
  return {
    training: {
      ...training,
      items,
      offsets: shared(training.offsets),
      trainEnd: shared(training.trainEnd),
      time: shared(training.time),
    },
    validation: asked(validation),
    test: asked(test),
    seconds,
  };
}
