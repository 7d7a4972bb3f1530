import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { HeadConfig } from '../../../shared/domain/finetune-config.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { startBackend } from '../model/backends/index.ts';
import { dataHash } from '../runs/data-hash.ts';
import { nextRun } from '../runs/run-files.ts';
import { dataMark } from '../store/imports/data-version.ts';
import { insertRun } from '../store/models/runs.ts';
import { insertScores } from '../store/models/scores.ts';
import { withPool } from '../threads/with-pool.ts';
import { type Dataset, readDataset } from '../train/dataset.ts';
import { beginWith } from './base-encoder.ts';
import { type Plan, planOf } from './fine-tuning-plan.ts';
import { learnAll } from './fit-all-splits.ts';
import { judgeHead } from './judge/evaluate-head.ts';
import { removeHead, writeHead } from './prediction-files.ts';
import { readingOf } from './scorer/encoder-input.ts';
import { scoreEveryone, scoringOf } from './scorer/score-all-users.ts';

/**
 * Fine-tunes a run: learns from training rows, judges by others, scores everyone, and keeps the head with its scores. Nothing
 * is kept where it fails or is cancelled. Throws the errors of `planOf` and `beginWith`.
 */
export const finetuneJob: JobFunction<Parsed<'finetune.start'>, Output<'finetune.start'>> = async (input, context) => {
  const started = performance.now();
  const { db, path } = context.workspace;
  await startBackend();
  const settings = HeadConfig.parse(input.config);
  const config = input.run === null ? { ...settings, frozen: 0 } : settings;
  const mark = dataMark(db);
  const dataset = readDataset(db, TrainConfig.parse({}));
  const plan = planOf(db, dataset.histories, dataset.time.dates, input.target, config);
  context.log(describe(plan));
  const beginning = await beginWith(input, plan.until, context);
  try {
    const reading = readingOf(db, dataset, beginning.run, config);
    const { parts, curve, evaluation, comparison, head, values } = await withPool(async (pool) => {
      const { scorer, ...learnt } = await learnAll(plan, reading, dataset, config, pool, context);
      const { calibration, ...judged } = judgeHead(plan, learnt.parts, config, context.checkCancelled);
      const head = { labels: plan.labels, scorer, calibration, dates: dataset.time.dates };
      return { ...learnt, ...judged, head, values: await scoreEveryone(head, reading, dataset, pool, context) };
    });
    const { metric, model, linear, base, difference, verdict } = comparison;
    const summary = {
      run: nextRun(path),
      parent: beginning.parent,
      target: input.target,
      kind: plan.labels.kind,
      users: parts.reduce((sum, { split }) => sum + split.test.length, 0),
      scored: dataset.histories.users.length,
      scoring: scoringOf(dataset, mark),
      ...{ metric, head: model[metric]!, linear: linear[metric]!, base: base[metric]!, difference, verdict },
      pretrainedUntil: beginning.pretrainedUntil,
      seconds: (performance.now() - started) / 1000,
    };
    const losses = { training: Float32Array.from(curve.training), validation: Float32Array.from(curve.validation) };
    await writeHead(path, summary.run, beginning.run, head, { config, evaluation, curve: losses });
    keepScores(context.workspace, summary, config, dataset, values);
    return summary;
  } catch (error) {
    beginning.discard();
    throw error;
  } finally {
    beginning.run.dispose();
  }
};

/** Enters a head whose files are there, with its scores; its files go where that fails. */
function keepScores(
  { db, path }: JobContext['workspace'],
  summary: Output<'finetune.start'>,
  config: HeadConfig,
  { histories }: Dataset,
  values: Float32Array,
): void {
  try {
    const origin = { kind: 'head' as const, parent: summary.parent, data: dataHash(db, histories) };
    db.transaction(() => {
      insertRun(db, summary, { ...config, target: summary.target }, origin);
      insertScores(db, summary.run, {
        users: histories.users,
        classes: values.length / histories.users.length,
        values,
      });
    })();
  } catch (error) {
    removeHead(path, summary.run);
    throw error;
  }
}

function describe({ labels, splits, trainingCuts, testCut }: Plan): string {
  const tested = splits.reduce((sum, { test }) => sum + test.length, 0);
  const what = `${labels.kind}: ${labels.names.slice(0, 10).join(', ')}`;
  if (testCut === null) return `${what}; ${tested} users in ${splits.length} folds; no event says what they declared`;
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return `${what}; learnt from ${splits[0]!.training.length} windows from ${trainingCuts.map(day).join(', ')}, judged by ${tested} from ${day(testCut)}`;
}
