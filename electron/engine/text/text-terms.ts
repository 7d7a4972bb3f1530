import type { Labels } from '../finetune/labels/labels.ts';
import { lossAndGradient } from '../finetune/labels/losses.ts';
import { fitLinearScorer } from '../finetune/linear/linear-model.ts';
import { bestSegmenter } from '../sequence/text/segmenter.ts';
import { splitIntoUnits } from '../sequence/text/text-vocabulary.ts';
import { TfIdf } from './tf-idf.ts';

const STRENGTHS = [0.5, 1.5, 5];
/** Interval of the training rows held out to choose the regularisation strength. */
const VALIDATION_EVERY = 5;

/** Returns the terms of a text that the linear model counts: its units, pairs of units and words. */
export function termsOf(text: string): string[] {
  const units = splitIntoUnits(text, bestSegmenter());
  return units.flatMap(({ text: unit, word }, at) => {
    const next = units[at + 1];
    const startsWord = at === 0 || units[at - 1]!.word !== word;
    return [unit, `${unit} ${next?.text ?? ''}`, ...(startsWord ? [`word ${word}`] : [])];
  });
}

/**
 * Fits logistic regression on TF-IDF, a strong baseline for texts. The inverse regularisation strength is chosen on
 * held-out training rows; the model is then refitted to all training rows. Returns the scores of the test rows, (rows ×
 * classes).
 */
export function scoreTextsLinearly(
  terms: readonly (readonly string[])[],
  labels: Labels,
  { training, test }: { training: Int32Array; test: Int32Array },
  checkCancelled: () => void,
): Float64Array {
  const validation = training.filter((_, i) => i % VALIDATION_EVERY === 0);
  const fitting = training.filter((_, i) => i % VALIDATION_EVERY !== 0);
  const featuresBy = (vocabularyRows: Int32Array) =>
    new TfIdf(Array.from(vocabularyRows, (row) => terms[row]!)).transform(terms);
  const fittingFeatures = featuresBy(fitting);
  let best = { loss: Number.POSITIVE_INFINITY, strength: 1 };
  for (const strength of STRENGTHS) {
    const scores = fitLinearScorer(
      fittingFeatures,
      labels,
      fitting,
      strength,
      checkCancelled,
    )(fittingFeatures, validation);
    const loss = lossAndGradient(labels, validation, scores, scores.slice());
    if (loss < best.loss) best = { loss, strength };
  }
  const features = featuresBy(training);
  return fitLinearScorer(features, labels, training, best.strength, checkCancelled)(features, test);
}
