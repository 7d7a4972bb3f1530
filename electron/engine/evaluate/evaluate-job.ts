import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { Evaluation } from '../../../shared/contract/train.ts';
import { PortraitError } from '../../../shared/errors.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { readCurve } from '../runs/curve.ts';
import { dataHash } from '../runs/data-hash.ts';
import { loadRun, type Run } from '../runs/run-files.ts';
import { refuseOtherData } from '../runs/same-data.ts';
import { type Behaviours, encode } from '../sequence/encode.ts';
import { setEvaluation } from '../store/models/runs.ts';
import { threadsByDefault } from '../threads/thread-count.ts';
import { withPool } from '../threads/with-pool.ts';
import { type Dataset, heldOut, readDataset } from '../train/dataset.ts';
import type { Ranked } from '../train/rank/rank.ts';
import type { Questions } from '../train/rank/rank-batches.ts';
import { rankByModel } from '../train/rank/rank-by-model.ts';
import { itemsByHistory, type Training, transposed } from './baselines/baseline-data.ts';
import { FIRST } from './baselines-task.ts';
import { knownFrom, meanOf, reachOf } from './beyond-accuracy.ts';
import { ownersOf } from './bootstrap.ts';
import { judge } from './evaluate-ranks.ts';
import { fitOf } from './learning-curve-diagnosis.ts';
import { popularityLossOf } from './popularity-loss.ts';
import { type Rankings, rankingsOf } from './rankings.ts';
import { writeRanks } from './ranks-file.ts';

/** Users whose validation targets baselines' settings are chosen on. */
const VALIDATION_USERS = 1000;

interface Asked {
  readonly run: Run;
  readonly dataset: Dataset;
  readonly test: Questions;
  readonly validation: Questions;
  readonly training: Training;
}

/**
 * Ranks every item for every user's held-out one (see `Split`), by the model and by each baseline on the same users and
 * candidates, and keeps what came of it with the run. Sampled candidates would mislead (Krichene and Rendle, 2020).
 * Throws RUN_NOT_FOUND, RUN_UNFINISHED, MODEL_DAMAGED, RUN_OF_OTHER_DATA and NOTHING_HELD_OUT.
 */
export const evaluateJob: JobFunction<Parsed<'train.evaluate'>, Output<'train.evaluate'>> = async (input, context) => {
  const run = await loadRun(context.workspace.path, input.run);
  try {
    refuseOtherData(context.workspace.db, run);
    const dataset = readDataset(context.workspace.db, run.train);
    const behaviours = encode(dataset.histories, run.vocabulary);
    const asked = questionsOf(run, dataset, behaviours, input);
    const model = await byModel(asked, behaviours, context);
    const byBaselines = { ...asked, seconds: input.baselineSeconds };
    const rankings = await withPool((pool) => rankingsOf(model, byBaselines, pool, context), threadsByDefault());
    const evaluation = evaluationOf(asked, rankings, input.ranked, context);
    setEvaluation(context.workspace.db, evaluation);
    return evaluation;
  } finally {
    run.dispose();
  }
};

function byModel({ run, test }: Asked, behaviours: Behaviours, context: JobContext): Promise<Ranked> {
  const total = test.held.length;
  const tick = (done: number) => {
    context.checkCancelled();
    context.progress({ stage: 'evaluate.users', done, total, unit: 'questions' });
  };
  return withPool((pool) => rankByModel({ config: run, weights: run.weights }, behaviours, test, FIRST, pool, tick));
}

function questionsOf(
  run: Run,
  dataset: Dataset,
  { tokens: { item: column }, offsets }: Behaviours,
  { users, ranked }: Parsed<'train.evaluate'>,
): Asked {
  const held = run.target === 'item' ? heldOut(dataset, 'test', users) : [];
  if (held.length === 0) throw nothingHeldOut();
  const tokens = run.encoder.sizes.item!;
  const { split, histories, time } = dataset;
  return {
    run,
    dataset,
    test: { column, tokens, held, ranked },
    validation: { column, tokens, held: heldOut(dataset, 'validation', VALIDATION_USERS), ranked },
    training: { offsets, trainEnd: split.trainEnd, items: column, tokens, time: histories.time, dates: time.dates },
  };
}

function evaluationOf(
  { run, dataset, test, validation, training }: Asked,
  { ranked, skipped, settings }: Rankings,
  candidates: Evaluation['ranked'],
  { workspace, checkCancelled }: JobContext,
): Evaluation {
  const ranks = Object.fromEntries(Object.entries(ranked).map(([name, of]) => [name, of.ranks]));
  const owners = ownersOf(test.held.map(({ from }) => from));
  const { better, ...judged } = judge(ranks, owners, run.train.seed, checkCancelled);
  const known = knownOf(training);
  const taken = Int32Array.from(test.held, ({ event }) => test.column[event]!);
  const facts = { split: run.train.split, ranked: candidates, seed: run.train.seed, settings };
  const popularityLoss = popularityLossOf(training, validation.held);
  return {
    run: run.id,
    split: run.train.split,
    ranked: candidates,
    users: new Set(owners).size,
    questions: test.held.length,
    candidates: run.vocabulary.fields.item.values.length,
    ...judged,
    reach: Object.fromEntries(Object.entries(ranked).map(([name, { first }]) => [name, reachOf(first, known)])),
    takenPopularity: meanOf(taken, known.percentile),
    dataChanged: run.data !== undefined && run.data !== dataHash(workspace.db, dataset.histories),
    skipped: [...skipped],
    verdict: { better, ...fitOf(readCurve(workspace.path, run.id), popularityLoss, run.train.patience > 0) },
    ranksFile: writeRanks(workspace, { run: run.id, ...idsOf(dataset, test), ranks, facts }),
  };
}

/** Users who have each item, from the training parts. */
function knownOf(training: Training) {
  const { offsets } = transposed(itemsByHistory(training), training.tokens);
  const holders = Int32Array.from({ length: training.tokens }, (_, token) => offsets[token + 1]! - offsets[token]!);
  return knownFrom(holders, training.trainEnd.length);
}

/** The user and item of each question, as the store knows them. */
function idsOf({ histories: { offsets, users, item } }: Dataset, { held }: Questions) {
  const historyAt = new Map(Array.from(users, (user, h) => [offsets[h]!, user]));
  return {
    users: Int32Array.from(held, ({ from }) => historyAt.get(from)!),
    items: Int32Array.from(held, ({ event }) => item[event]!),
  };
}

function nothingHeldOut(): PortraitError {
  return new PortraitError({
    code: 'NOTHING_HELD_OUT',
    message: 'No user has three different items: there is no next item to ask for.',
    hint: 'Import longer histories, or events with items, and train again.',
  });
}
