import type { HeadConfig } from '../../../../shared/domain/head-config.ts';
import { bestTemperature } from '../finetune/judge/calibrate.ts';
import { folds } from '../finetune/split.ts';
import { fitTexts, type TextStart } from './fit-texts.ts';
import { compareRight, rightOf } from './judge-texts.ts';
import type { JudgedFolds } from './judged-folds.ts';
import type { RatedTexts } from './rated-texts.ts';
import type { RatingProgress } from './rating-progress.ts';
import { linearTexts, termsOf } from './text-terms.ts';

/** Judges by folds: words and labels of the others are all that each knows. Those that `kept` knows are not judged again. */
export async function judgeInFolds(
  { texts, labels }: RatedTexts,
  start: (texts: readonly string[]) => TextStart,
  config: HeadConfig,
  kept: JudgedFolds,
  progress: RatingProgress,
) {
  const classes = labels.names.length;
  const tick = progress.hooks.checkCancelled;
  const terms = texts.map(termsOf);
  const scores = new Float32Array(texts.length * classes);
  const right = { model: new Float64Array(texts.length), linear: new Float64Array(texts.length) };
  let judged = 0;
  for (const [fold, { test }] of folds(labels, texts.length, config.folds, 0.1, config.seed).entries()) {
    const before = progress.steps;
    const part = await kept.at(fold, async () => {
      const apart = new Set(test);
      const training = Int32Array.from(texts.keys()).filter((row) => !apart.has(row));
      const own = start(Array.from(training, (row) => texts[row]!));
      const said = await fitTexts(own, texts, labels, { training, test }, config, progress.hooks);
      const linear = rightOf(labels.of, test, linearTexts(terms, labels, { training, test }, tick), classes);
      return { test: [...test], scores: [...said], linear: [...linear] };
    });
    if (progress.steps === before) progress.skip(stepsOfFold(config, texts.length - test.length));
    const hits = rightOf(labels.of, test, Float32Array.from(part.scores), classes);
    test.forEach((row, r) => {
      scores.set(part.scores.slice(r * classes, (r + 1) * classes), row * classes);
      right.model[row] = hits[r]!;
      right.linear[row] = part.linear[r]!;
    });
    judged += test.length;
    progress.judged(judged / texts.length, sum(right.model) / judged, sum(right.linear) / judged);
  }
  const all = Int32Array.from(texts.keys());
  return {
    ...compareRight(right.model, right.linear, config.seed, tick),
    temperature: bestTemperature(labels, all, scores),
  };
}

const stepsOfFold = ({ members, epochs, batchSize }: HeadConfig, training: number) =>
  members * epochs * Math.ceil(training / batchSize);

const sum = (hits: Float64Array) => hits.reduce((total, one) => total + one, 0);
