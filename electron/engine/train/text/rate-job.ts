import * as tf from '@tensorflow/tfjs';
import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { HeadConfig } from '../../../../shared/domain/head-config.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import type { JobContext, JobFunction } from '../../jobs/context.ts';
import { startBackend } from '../../model/backends/index.ts';
import type { NamedArray } from '../../model/safetensors.ts';
import { insertRun } from '../../store/runs.ts';
import { bestTemperature } from '../finetune/judge/calibrate.ts';
import { folds } from '../finetune/split.ts';
import { arraysOf, nextRun } from '../run-files.ts';
import { beginTexts, fitTexts, textHead } from './fit-texts.ts';
import { compareRight, rightOf } from './judge-texts.ts';
import { textHash } from './new-text-run.ts';
import { type RatedTexts, ratedTexts } from './rated-texts.ts';
import { writeTextHead } from './text-head.ts';
import { writeTextRun } from './text-run.ts';
import { linearTexts, termsOf } from './text-terms.ts';

/**
 * Learns the ratings of the workspace's texts: in folds to be judged, then from all. The folds' scores, of texts that their
 * heads did not know, also tell the temperature. Throws the errors of `ratedTexts` and of loading the run.
 */
export const rateJob: JobFunction<Parsed<'text.rate'>, Output<'text.rate'>> = async (input, context) => {
  const { db, path } = context.workspace;
  const started = performance.now();
  const rated = ratedTexts(db, input.actions ?? null);
  const { texts, labels } = rated;
  const config = HeadConfig.parse({ ...textHead(texts.length), ...input.config });
  await startBackend();
  const begin = await beginTexts(path, input.run);
  try {
    const steps = stepCounter(context, config, texts.length);
    const judged = judge(rated, begin.start, config, steps, context.checkCancelled);
    const start = begin.start(texts);
    const members: Record<string, NamedArray>[] = [];
    const all = { training: Int32Array.from(texts.keys()), test: new Int32Array(0) };
    fitTexts(start, texts, labels, all, config, steps.hooks, (weights) => members.push(arraysOf(weights)));

    const id = nextRun(path);
    const train = TrainConfig.parse({ epochs: config.epochs, batchSize: config.batchSize, seed: config.seed });
    const { encoder, tokens } = start;
    const data = textHash(texts);
    writeTextRun(
      path,
      id,
      { kind: 'text', train, encoder, target: start.target, actions: input.actions ?? null, data },
      tokens,
      members[0] ?? {},
    );
    writeTextHead(
      path,
      id,
      { classes: [...labels.names], members: members.length, temperature: judged.temperature },
      members,
    );
    const seconds = (performance.now() - started) / 1000;
    const learnt = config.members * config.epochs * (config.folds * texts.length);
    const summary = {
      run: id,
      backend: tf.getBackend(),
      parameters: Object.values(members[0] ?? {}).reduce((sum, { data: values }) => sum + values.length, 0),
      steps: steps.count(),
      events: learnt,
      seconds,
      eventsPerSecond: learnt / seconds,
      ...{ tokens: 0, tokensPerSecond: 0, padding: 0, epochs: config.epochs, bestEpoch: config.epochs },
      endedBy: 'epochs' as const,
      validation: { accuracy: judged.accuracy.value, 'linear accuracy': judged.linear.value },
      texts: texts.length,
      classes: [...labels.names],
      ...{ accuracy: judged.accuracy, linear: judged.linear, difference: judged.difference, verdict: judged.verdict },
      base: largestShare(labels.of),
    };
    insertRun(db, summary, train, { kind: 'text', parent: input.run, data });
    return summary;
  } finally {
    begin.dispose();
  }
};

/** Judges by folds: words and labels of the others are all that each knows. */
function judge(
  { texts, labels }: RatedTexts,
  start: Awaited<ReturnType<typeof beginTexts>>['start'],
  config: HeadConfig,
  { hooks }: ReturnType<typeof stepCounter>,
  tick: () => void,
) {
  const classes = labels.names.length;
  const terms = texts.map(termsOf);
  const scores = new Float32Array(texts.length * classes);
  const right = { model: new Float64Array(texts.length), linear: new Float64Array(texts.length) };
  const note = (hits: Float64Array, rows: Int32Array, said: Float32Array | Float64Array) =>
    rightOf(labels.of, rows, said, classes).forEach((one, r) => {
      hits[rows[r]!] = one;
    });
  for (const { test } of folds(labels, texts.length, config.folds, 0.1, config.seed)) {
    const apart = new Set(test);
    const training = Int32Array.from(texts.keys()).filter((row) => !apart.has(row));
    const own = start(Array.from(training, (row) => texts[row]!));
    const said = fitTexts(own, texts, labels, { training, test }, config, hooks);
    test.forEach((row, r) => {
      scores.set(said.subarray(r * classes, (r + 1) * classes), row * classes);
    });
    note(right.model, test, said);
    note(right.linear, test, linearTexts(terms, labels, { training, test }, tick));
  }
  const all = Int32Array.from(texts.keys());
  return {
    ...compareRight(right.model, right.linear, config.seed, tick),
    temperature: bestTemperature(labels, all, scores),
  };
}

/** Progress over all heads of all folds and of the last fit, in steps. */
function stepCounter({ progress, checkCancelled }: JobContext, config: HeadConfig, texts: number) {
  const { folds: parts, members, epochs, batchSize } = config;
  const perFold = Math.ceil((texts * (1 - 1 / parts)) / batchSize);
  const total = members * epochs * (parts * perFold + Math.ceil(texts / batchSize));
  let done = 0;
  const onStep = (_share: number, loss: number) => {
    done++;
    progress({ stage: 'train.steps', done: Math.min(done, total), total, unit: 'steps', figures: { loss } });
  };
  return { hooks: { checkCancelled, onStep }, count: () => done };
}

function largestShare(of: Int32Array): number {
  const counts = new Map<number, number>();
  for (const one of of) counts.set(one, (counts.get(one) ?? 0) + 1);
  return Math.max(...counts.values()) / of.length;
}
