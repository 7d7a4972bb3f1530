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
import { defaultThreadCount } from '../threads/thread-count.ts';
import { withPool } from '../threads/with-pool.ts';
import { type Dataset, heldOutCases, readDataset } from '../train/dataset.ts';
import type { TestSet } from '../train/rank/rank-batches.ts';
import { rankByModel } from '../train/rank/rank-by-model.ts';
import { type BaselineData, itemsByHistory, transposed } from './baselines/baseline-data.ts';
import { beyondAccuracy, itemPopularity, meanOf } from './beyond-accuracy.ts';
import { type BlendRanking, levelsOf } from './blend/blend.ts';
import { shortlistLength } from './blend/candidates.ts';
import { evaluateBlend } from './blend/evaluate-blend.ts';
import { userIndicesOf } from './bootstrap.ts';
import { evaluateRanks } from './evaluate-ranks.ts';
import { diagnoseLearningCurve } from './learning-curve-diagnosis.ts';
import { popularityLossOf } from './popularity-loss.ts';
import { type Rankings, rankingsOf } from './rankings.ts';
import { writeRanks } from './ranks-file.ts';

/** Number of top items for which beyond-accuracy metrics are computed. */
const TOP_COUNT = 10;
/** Number of users whose validation targets are used to choose the baselines' settings. */
const VALIDATION_USERS = 1000;

interface EvaluationData {
  readonly run: Run;
  readonly dataset: Dataset;
  readonly test: TestSet;
  readonly validation: TestSet;
  readonly training: BaselineData;
}

/**
 * Ranks every item for every user's held-out items (see `Split`), by the model and by each baseline on the same users
 * and candidates, and saves the evaluation with the run. Sampled candidates would be misleading (Krichene and Rendle,
 * 2020). Throws RUN_NOT_FOUND, RUN_UNFINISHED, MODEL_DAMAGED, RUN_OF_OTHER_DATA and NOTHING_HELD_OUT.
 */
export const evaluateJob: JobFunction<Parsed<'train.evaluate'>, Output<'train.evaluate'>> = async (input, context) => {
  const run = await loadRun(context.workspace.path, input.run);
  try {
    refuseOtherData(context.workspace.db, run);
    const dataset = readDataset(context.workspace.db, run.train);
    const behaviours = encode(dataset.histories, run.vocabulary);
    const evaluationData = evaluationDataOf(run, dataset, behaviours, input);
    const places = shortlistLength(evaluationData.test.cases.length, TOP_COUNT);
    const model = await rankByRun(evaluationData, behaviours, places, context);
    const baselineInput = { ...evaluationData, topCount: places, seconds: input.baselineSeconds };
    const rankings = await withPool((pool) => rankingsOf(model, baselineInput, pool, context), defaultThreadCount());
    const evaluation = evaluationOf(evaluationData, rankings, input.ranked, context);
    setEvaluation(context.workspace.db, evaluation);
    return evaluation;
  } finally {
    run.dispose();
  }
};

/** Ranks the test and validation targets with the model. */
function rankByRun(
  { run, test, validation }: EvaluationData,
  behaviours: Behaviours,
  places: number,
  { checkCancelled, progress }: JobContext,
) {
  const total = test.cases.length + validation.cases.length;
  const tick = (done: number) => {
    checkCancelled();
    progress({ stage: 'evaluate.users', done, total, unit: 'targets' });
  };
  const model = { config: run, weights: run.weights };
  return withPool(async (pool) => ({
    ranked: await rankByModel(model, behaviours, test, places, pool, tick),
    validation: await rankByModel(model, behaviours, validation, places, pool, (done) =>
      tick(test.cases.length + done),
    ),
  }));
}

function evaluationDataOf(
  run: Run,
  dataset: Dataset,
  { tokens: { item: column }, offsets }: Behaviours,
  { users, ranked }: Parsed<'train.evaluate'>,
): EvaluationData {
  const testCases = run.target === 'item' ? heldOutCases(dataset, 'test', users) : [];
  if (testCases.length === 0) throw nothingHeldOut();
  const tokens = run.encoder.sizes.item!;
  const { split, histories, time } = dataset;
  return {
    run,
    dataset,
    test: { column, tokens, cases: testCases, ranked },
    validation: { column, tokens, cases: heldOutCases(dataset, 'validation', VALIDATION_USERS), ranked },
    training: { offsets, trainEnd: split.trainEnd, items: column, tokens, time: histories.time, dates: time.dates },
  };
}

function evaluationOf(
  { run, dataset, test, validation, training }: EvaluationData,
  rankings: Rankings,
  candidates: Evaluation['ranked'],
  { workspace, checkCancelled }: JobContext,
): Evaluation {
  const { skipped, settings } = rankings;
  const places = shortlistLength(test.cases.length, TOP_COUNT);
  const blended = evaluateBlend(rankings, { test, validation }, { places, topCount: TOP_COUNT }, checkCancelled);
  const ranked = { ...withTop(rankings.ranked, places), ...(blended && { blend: blended.ranking }) };
  const ranks = Object.fromEntries(Object.entries(ranked).map(([name, of]) => [name, of.ranks]));
  const userIndices = userIndicesOf(test.cases.map(({ from }) => from));
  const { better, blend, ...figures } = evaluateRanks(ranks, userIndices, run.train.seed, checkCancelled);
  const popularity = trainingPopularity(training);
  const targetItems = Int32Array.from(test.cases, ({ event }) => test.column[event]!);
  const facts = { split: run.train.split, ranked: candidates, seed: run.train.seed, settings };
  const popularityLoss = popularityLossOf(training, validation.cases);
  return {
    run: run.id,
    split: run.train.split,
    ranked: candidates,
    users: new Set(userIndices).size,
    testCases: test.cases.length,
    candidates: run.vocabulary.fields.item.values.length,
    ...figures,
    blend: blend && blended && { ...blend, levels: levelsOf(blended.blend) },
    beyondAccuracy: Object.fromEntries(
      Object.entries(ranked).map(([name, { topTokens }]) => [name, beyondAccuracy(topTokens, popularity)]),
    ),
    heldOutPopularity: meanOf(targetItems, popularity.percentile),
    dataChanged: run.data !== undefined && run.data !== dataHash(workspace.db, dataset.histories),
    skipped: [...skipped],
    verdict: {
      better,
      ...diagnoseLearningCurve(readCurve(workspace.path, run.id), popularityLoss, run.train.patience > 0),
    },
    ranksFile: writeRanks(workspace, { run: run.id, ...idsOf(dataset, test), ranks, facts }),
  };
}

/** Truncates the top tokens of each ranker from `places` to TOP_COUNT per case. */
function withTop(ranked: Rankings['ranked'], places: number): Record<string, BlendRanking> {
  return Object.fromEntries(
    Object.entries(ranked).map(([name, { ranks, topTokens }]) => [
      name,
      { ranks, topTokens: topTokens.filter((_, i) => i % places < TOP_COUNT) },
    ]),
  );
}

/** Popularity of each item: the number of users who have it in their training part. */
function trainingPopularity(training: BaselineData) {
  const { offsets } = transposed(itemsByHistory(training), training.tokens);
  const userCounts = Int32Array.from({ length: training.tokens }, (_, token) => offsets[token + 1]! - offsets[token]!);
  return itemPopularity(userCounts, training.trainEnd.length);
}

/** The user and item of each test case, as ids of the store. */
function idsOf({ histories: { offsets, users, item } }: Dataset, { cases }: TestSet) {
  const historyAt = new Map(Array.from(users, (user, h) => [offsets[h]!, user]));
  return {
    users: Int32Array.from(cases, ({ from }) => historyAt.get(from)!),
    items: Int32Array.from(cases, ({ event }) => item[event]!),
  };
}

function nothingHeldOut(): PortraitError {
  return new PortraitError({
    code: 'NOTHING_HELD_OUT',
    message: 'No user has three different items, so there is no next item to predict.',
    hint: 'Import longer histories, or events with items, and train again.',
  });
}
