import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { Evaluation } from '../../../../shared/contract/train.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { encode } from '../../sequence/encode.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Vocabulary } from '../../sequence/vocabulary.ts';
import { setEvaluation } from '../../store/runs.ts';
import { heldOut, readDataset } from '../dataset.ts';
import { loadRun } from '../run-files.ts';
import { rankingMetrics } from './metrics.ts';
import { modelScorer, popularityScorer, rankAll } from './rank.ts';

/**
 * Leave-one-out evaluation (see `Split`): every item ranked for every user's held-out one, items seen before left out, and
 * the same for the popularity baseline on the same users and candidates. Sampled candidates would mislead (Krichene and
 * Rendle, 2020).
 */
export const evaluateJob: JobFunction<Parsed<'train.evaluate'>, Output<'train.evaluate'>> = async (input, context) => {
  const run = await loadRun(context.workspace.path, input.run);
  try {
    const dataset = readDataset(context.workspace.db, run.train);
    const behaviours = encode(dataset.histories, run.vocabulary);
    const held = run.target === 'item' ? heldOut(dataset, 'test') : [];
    if (held.length === 0) throw nothingHeldOut();
    const onBatch = (done: number) => {
      context.checkCancelled();
      context.progress({ stage: 'evaluate.users', done, total: held.length, unit: 'users' });
    };
    const model = rankAll(behaviours, run, held, modelScorer(behaviours, run, run.weights), onBatch);
    const popular = rankAll(behaviours, run, held, popularityScorer(countsOf(run.vocabulary)));
    const metrics = rankingMetrics(model.ranks);
    const popularity = rankingMetrics(popular.ranks);
    const evaluation = Evaluation.parse({
      run: run.id,
      users: held.length,
      candidates: run.vocabulary.fields.item.values.length,
      metrics,
      baselines: { popularity },
      beatsBaselines: metrics['ndcg@10']! > popularity['ndcg@10']!,
    });
    setEvaluation(context.workspace.db, evaluation);
    return evaluation;
  } finally {
    run.dispose();
  }
};

function countsOf({ fields: { item } }: Vocabulary): Float32Array {
  const counts = new Float32Array(FIRST_TOKEN + item.counts.length);
  counts.set(item.counts, FIRST_TOKEN);
  return counts;
}

function nothingHeldOut(): PortraitError {
  return new PortraitError({
    code: 'NOTHING_HELD_OUT',
    message: 'No user has three different items: there is no next item to ask for.',
    hint: 'Import longer histories, or events with items, and train again.',
  });
}
