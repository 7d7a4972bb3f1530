import type { Baseline, SkippedBaseline } from '../../../shared/contract/train.ts';
import type { JobContext } from '../jobs/context.ts';
import type { Pool } from '../threads/pool.ts';
import { toShared } from '../threads/shared-memory.ts';
import type { RankingResult } from '../train/rank/rank.ts';
import type { TestSet } from '../train/rank/rank-batches.ts';
import { BASELINES } from './baselines/choose.ts';
import { type BaselineRanking, type BaselinesInput, baselinesTask, rankByBaselines } from './baselines-task.ts';

export interface Rankings {
  /** By ranker name, `model` first. */
  readonly ranked: Record<string, RankingResult>;
  /** Ranking of the validation targets. */
  readonly validation: Record<string, RankingResult>;
  readonly skipped: readonly SkippedBaseline[];
  /** Settings chosen for each baseline; baselines without settings are omitted. */
  readonly settings: Record<string, string>;
}

/** Cost per event of matrix factorisation, the most expensive baseline, in multiply-adds of a kernel. */
const COST_PER_EVENT = 3e5;

/**
 * Ranks the test and validation targets with each baseline, whose settings are chosen on the validation targets. The
 * baselines run in parallel on the threads of the pool, the most expensive ones first.
 */
export async function rankingsOf(
  model: Pick<BaselineRanking, 'ranked' | 'validation'>,
  input: Omit<BaselinesInput, 'names'>,
  pool: Pool,
  { checkCancelled, progress, log }: JobContext,
): Promise<Rankings> {
  const order = Object.keys(BASELINES) as Baseline[];
  const names = order.toReversed();
  progress({ stage: 'evaluate.baselines', done: 0, total: names.length, unit: 'baselines' });
  const outcomes = await pool.share(baselinesTask, () => ({ ...inSharedMemory(input), names }), {
    counts: new Int32Array(names.length).fill(1),
    multiplyAdds: COST_PER_EVENT * input.training.items.length,
    do: rankByBaselines({ ...input, names }, checkCancelled),
    tick(done) {
      checkCancelled();
      progress({ stage: 'evaluate.baselines', done, total: names.length, unit: 'baselines' });
    },
  });
  const ranked: Record<string, RankingResult> = { model: model.ranked };
  const onValidation: Record<string, RankingResult> = { model: model.validation };
  const skipped: SkippedBaseline[] = [];
  const settings: Record<string, string> = {};
  for (const name of order) {
    const outcome = outcomes[names.indexOf(name)]!;
    if ('reason' in outcome) {
      skipped.push(outcome);
      log(`${name}: skipped, ${outcome.reason}`);
      continue;
    }
    ranked[name] = outcome.ranked;
    onValidation[name] = outcome.validation;
    if (outcome.settings === '') continue;
    settings[name] = outcome.settings;
    log(`${name}: ${outcome.settings}`);
  }
  return { ranked, validation: onValidation, skipped, settings };
}

function inSharedMemory({ training, validation, test, topCount, seconds }: Omit<BaselinesInput, 'names'>) {
  const items = toShared(training.items);
  const withSharedColumn = (testSet: TestSet) => ({ ...testSet, column: items });
  return {
    training: {
      ...training,
      items,
      offsets: toShared(training.offsets),
      trainEnd: toShared(training.trainEnd),
      time: toShared(training.time),
    },
    validation: withSharedColumn(validation),
    test: withSharedColumn(test),
    topCount,
    seconds,
  };
}
