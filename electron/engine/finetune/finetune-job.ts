import { hash } from 'node:crypto';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import { isoDay } from '../../../shared/domain/time/local-time.ts';
import type { TimeZone } from '../../../shared/domain/time/time-zone.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { startBackend } from '../model/backends/index.ts';
import { dataHash } from '../runs/data-hash.ts';
import { eventZone } from '../store/events/event-zone.ts';
import { dataVersion } from '../store/imports/data-version.ts';
import { listPredictions } from '../store/models/predictions.ts';
import { insertRun } from '../store/models/runs.ts';
import { insertScores } from '../store/models/scores.ts';
import { withPool } from '../threads/with-pool.ts';
import { type Dataset, readDataset } from '../train/dataset.ts';
import { resolveBaseEncoder } from './base-encoder.ts';
import { evaluatePrediction } from './evaluate/evaluate-prediction.ts';
import { type FineTuningPlan, planFineTuning } from './fine-tuning-plan.ts';
import { fitAllSplits } from './fit-all-splits.ts';
import { withFitParts } from './fit-parts.ts';
import { removePrediction, writePrediction } from './prediction-files.ts';
import { encoderInputOf } from './scorer/encoder-input.ts';
import { scoreAllUsers, scoringOf } from './scorer/score-all-users.ts';

/**
 * Fine-tunes a run: fits on training rows, evaluates on test rows, scores all users, and saves the prediction with its
 * scores. One that fails or is cancelled saves no prediction; resumed, it continues after the last finished part, with
 * the same result. Throws DATA_CHANGED and the errors of `planFineTuning` and `resolveBaseEncoder`.
 */
export const finetuneJob: JobFunction<Parsed<'prediction.train'>, Output<'prediction.train'>> = async (
  input,
  context,
) => {
  const started = performance.now();
  const { db } = context.workspace;
  const finished = listPredictions(db).find(({ run }) => run === context.resumeState.run);
  if (finished) return finished;
  await startBackend();
  const settings = FinetuneConfig.parse(input.config);
  const config = input.run === null ? { ...settings, frozen: 0 } : settings;
  const version = dataVersion(db);
  const dataset = readDataset(db, TrainConfig.parse({}));
  const plan = planFineTuning(db, dataset.histories, dataset.time.dates, input.target, config);
  context.log(describe(plan, eventZone(db)));
  const baseEncoder = await resolveBaseEncoder(input, plan.until, context);
  try {
    const key = hash('sha256', JSON.stringify([version, plan.labels, baseEncoder.parent, input, config]));
    return await withFitParts(key, context, async (id, partsFolder) => {
      const encoderInput = encoderInputOf(db, dataset, baseEncoder.run, config);
      const { fittedSplits, curve, evaluation, comparison, predictionModel, values } = await withPool(async (pool) => {
        const fits = await fitAllSplits(plan, encoderInput, dataset, config, pool, context, partsFolder);
        const { scorer, ...fitted } = fits;
        const { calibration, ...evaluated } = evaluatePrediction(
          plan,
          fitted.fittedSplits,
          config,
          context.checkCancelled,
        );
        const predictionModel = { labels: plan.labels, scorer, calibration, dates: dataset.time.dates };
        return {
          ...fitted,
          ...evaluated,
          predictionModel,
          values: await scoreAllUsers(predictionModel, encoderInput, dataset, pool, context),
        };
      });
      const { metric, model, linear, base, difference, verdict } = comparison;
      const summary = {
        run: id,
        parent: baseEncoder.parent,
        target: input.target,
        kind: plan.labels.kind,
        users: fittedSplits.reduce((sum, { split }) => sum + split.test.length, 0),
        scored: dataset.histories.users.length,
        scoring: scoringOf(dataset, version),
        ...{ metric, model: model[metric]!, linear: linear[metric]!, base: base[metric]!, difference, verdict },
        pretrainedUntil: baseEncoder.pretrainedUntil,
        seconds: (performance.now() - started) / 1000,
      };
      const losses = { training: Float32Array.from(curve.training), validation: Float32Array.from(curve.validation) };
      const file = { config, evaluation, curve: losses };
      await writePrediction(context.workspace.path, id, baseEncoder.run, predictionModel, file);
      insertPrediction(context.workspace, summary, config, dataset, values);
      return summary;
    });
  } finally {
    baseEncoder.run.dispose();
  }
};

/** Inserts the row of a prediction whose files exist, and its scores; removes the files if that fails. */
function insertPrediction(
  { db, path }: JobContext['workspace'],
  summary: Output<'prediction.train'>,
  config: FinetuneConfig,
  { histories }: Dataset,
  values: Float32Array,
): void {
  try {
    const origin = { kind: 'prediction' as const, parent: summary.parent, data: dataHash(db, histories) };
    db.transaction(() => {
      insertRun(db, summary, { ...config, target: summary.target }, origin);
      insertScores(db, summary.run, {
        users: histories.users,
        classes: values.length / histories.users.length,
        values,
      });
    })();
  } catch (error) {
    removePrediction(path, summary.run);
    throw error;
  }
}

function describe({ labels, splits, trainingCuts, testCut }: FineTuningPlan, zone: TimeZone): string {
  const tested = splits.reduce((sum, { test }) => sum + test.length, 0);
  const targetText = `${labels.kind}: ${labels.names.slice(0, 10).join(', ')}`;
  if (testCut === null)
    return `${targetText}; ${tested} users in ${splits.length} folds; no input event contains the attribute`;
  const day = (time: number) => isoDay(zone, time);
  return `${targetText}; learnt from ${splits[0]!.training.length} windows from ${trainingCuts.map(day).join(', ')}, evaluated on ${tested} from ${day(testCut)}`;
}
