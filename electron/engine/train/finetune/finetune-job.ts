import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { HeadConfig } from '../../../../shared/domain/head-config.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import type { JobContext, JobFunction } from '../../jobs/context.ts';
import { startWasm } from '../../model/kernels/register.ts';
import { encode } from '../../sequence/encode.ts';
import { readHistories } from '../../store/histories.ts';
import { insertRun } from '../../store/runs.ts';
import { insertScores } from '../../store/scores.ts';
import { dataHash } from '../data-hash.ts';
import { type Dataset, readDataset } from '../dataset.ts';
import { arraysOf, nextRun } from '../run-files.ts';
import { type Beginning, beginWith } from './beginning.ts';
import { factsOf, joinExamples, wholeHistories } from './examples.ts';
import { type Fitted, fitSplit, frozenVectors, type Ground } from './fit.ts';
import { type HeadFile, removeHead, writeHead } from './head-files.ts';
import { judgeHead, onlyBest, type Part } from './judge/judge-head.ts';
import { type Plan, planOf } from './plan.ts';
import { type Split, withValidation } from './split.ts';

/** Things of a ranking that are kept of each user. */
const KEPT_THINGS = 20;

/**
 * Fine-tunes a run: learns from training rows, judges by others, scores everyone, and keeps the head with its scores. Nothing
 * is kept where it fails or is cancelled. Throws the errors of `planOf` and `beginWith`.
 */
export const finetuneJob: JobFunction<Parsed<'finetune.start'>, Output<'finetune.start'>> = async (input, context) => {
  const started = performance.now();
  const { db } = context.workspace;
  await startWasm();
  const settings = HeadConfig.parse(input.config);
  const config = input.run === null ? { ...settings, frozen: 0 } : settings;
  const dataset = readDataset(db, TrainConfig.parse({}));
  const plan = planOf(db, dataset.histories, dataset.time.dates, input.target, config);
  context.log(describe(plan));
  const beginning = await beginWith(input, plan.until, context);
  try {
    const { parts, last, kept } = learnAll(groundOf(dataset, plan, beginning, config, context), plan, context);
    const { evaluation, comparison, calibration } = judgeHead(plan, parts, config, context.checkCancelled);
    const { metric, model, linear, base, difference, verdict } = comparison;
    const values = onlyBest(plan.labels, calibration.apply(last.test), KEPT_THINGS);
    const summary = {
      run: nextRun(context.workspace.path),
      parent: beginning.parent,
      target: input.target,
      kind: plan.labels.kind,
      users: parts.reduce((sum, { split }) => sum + split.test.length, 0),
      scored: dataset.histories.users.length,
      ...{ metric, head: model[metric]!, linear: linear[metric]!, base: base[metric]!, difference, verdict },
      pretrainedUntil: beginning.pretrainedUntil,
      seconds: (performance.now() - started) / 1000,
    };
    const curve = {
      training: Float32Array.from(last.curve.training),
      validation: Float32Array.from(last.curve.validation),
    };
    keep(context, beginning, kept, summary, { config, evaluation, curve }, dataset, values);
    return summary;
  } catch (error) {
    beginning.discard();
    throw error;
  } finally {
    beginning.run.dispose();
  }
};

/** Examples of the plan, and behind them everyone's whole history, to be scored at the end. */
function groundOf(
  { histories, time }: Dataset,
  plan: Plan,
  { run }: Beginning,
  config: HeadConfig,
  { workspace: { db }, checkCancelled }: JobContext,
): Ground {
  const read = run.vocabulary.words === null ? histories : readHistories(db, { texts: true });
  const examples = joinExamples([plan.examples, wholeHistories(histories)]);
  const facts = factsOf(histories, examples, time.dates);
  const ground = { start: run, behaviours: encode(read, run.vocabulary), examples, facts, labels: plan.labels, config };
  return { ...ground, vectors: frozenVectors(ground, checkCancelled) };
}

interface Learnt {
  readonly parts: readonly Part[];
  /** What the head that is kept says of everyone. */
  readonly last: Fitted;
  readonly kept: ReturnType<typeof arraysOf>;
}

/** One head a split and, after folds, one of all; the last scores everyone. */
function learnAll(ground: Ground, plan: Plan, context: JobContext): Learnt {
  const everyone = Int32Array.from(ground.examples.history.keys()).slice(plan.examples.history.length);
  let kept: ReturnType<typeof arraysOf> = {};
  const total = plan.splits.length + (plan.refit ? 1 : 0);
  const fitted = (split: Split, done: number) =>
    fitSplit(ground, split, hooksOf(context, done, total, ground.config.members), ({ weights }) => {
      kept = arraysOf(weights);
    });
  if (plan.refit) {
    const parts = plan.splits.map((split, i) => ({ split, fitted: fitted(split, i) }));
    const rows = Int32Array.from(plan.examples.history.keys());
    const { validationShare, seed } = ground.config;
    const all = { ...withValidation(plan.labels, rows, validationShare, seed), test: everyone };
    return { parts, last: fitted(all, plan.splits.length), kept };
  }
  const split = plan.splits[0]!;
  const both = fitted({ ...split, test: Int32Array.from([...split.test, ...everyone]) }, 0);
  const cut = split.test.length * plan.labels.names.length;
  const own = { ...both, test: both.test.subarray(0, cut), linear: both.linear.subarray(0, cut) };
  return { parts: [{ split, fitted: own }], last: { ...both, test: both.test.slice(cut) }, kept };
}

/** Progress over all heads, in thousandths of one. */
function hooksOf(context: JobContext, done: number, total: number, members: number) {
  let member = 0;
  let before = 0;
  return {
    checkCancelled: context.checkCancelled,
    onLinear() {
      context.progress({ stage: 'finetune.linear', done: 1000 * done, total: 1000 * total, unit: 'steps' });
    },
    onStep(share: number, loss: number) {
      if (share < before) member++;
      before = share;
      const at = done + (member + share) / members;
      context.progress({
        stage: 'finetune.heads',
        done: Math.round(1000 * at),
        total: 1000 * total,
        unit: 'steps',
        figures: { loss, head: done + 1, heads: total },
      });
    },
  };
}

function keep(
  { workspace: { db, path } }: JobContext,
  { run }: Beginning,
  arrays: Learnt['kept'],
  summary: Output<'finetune.start'>,
  head: HeadFile,
  { histories }: Dataset,
  values: Float32Array,
): void {
  writeHead(path, summary.run, run, arrays, head);
  try {
    const origin = { kind: 'head' as const, parent: summary.parent, data: dataHash(db, histories) };
    const classes = head.evaluation.classes.length;
    db.transaction(() => {
      insertRun(db, summary, { ...head.config, target: summary.target }, origin);
      insertScores(db, summary.run, { users: histories.users, classes, values });
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
