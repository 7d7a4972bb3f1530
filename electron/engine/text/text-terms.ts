import type { Labels } from '../finetune/labels/labels.ts';
import { lossAndGradient } from '../finetune/labels/losses.ts';
import { fitLinear } from '../finetune/linear/linear-model.ts';
import { bestSegmenter } from '../sequence/text/segmenter.ts';
import { readText } from '../sequence/text/text-vocabulary.ts';
import { TfIdf } from './tf-idf.ts';

const STRENGTHS = [0.5, 1.5, 5];
/** Every so-manieth training row chooses the strength. */
const HELD_EVERY = 5;

/** What a linear model counts in a text: its units, pairs of them, and its words. */
export function termsOf(text: string): string[] {
  const units = readText(text, bestSegmenter());
  return units.flatMap(({ text: unit, word }, at) => {
    const next = units[at + 1];
    const startsWord = at === 0 || units[at - 1]!.word !== word;
    return [unit, `${unit} ${next?.text ?? ''}`, ...(startsWord ? [`word ${word}`] : [])];
  });
}

/**
 * Logistic regression on TF-IDF: what anybody would try first on texts, tried in earnest. Its strength of regularisation is
 * chosen on a part of the training rows; then it learns from all of them. Scores of the test rows, (rows × classes).
 */
export function linearTexts(
  terms: readonly (readonly string[])[],
  labels: Labels,
  { training, test }: { training: Int32Array; test: Int32Array },
  tick: () => void,
): Float64Array {
  const held = training.filter((_, i) => i % HELD_EVERY === 0);
  const rest = training.filter((_, i) => i % HELD_EVERY !== 0);
  const rowsFor = (known: Int32Array) => new TfIdf(Array.from(known, (row) => terms[row]!)).rows(terms);
  const inner = rowsFor(rest);
  let best = { loss: Number.POSITIVE_INFINITY, strength: 1 };
  for (const strength of STRENGTHS) {
    const scores = fitLinear(inner, labels, rest, strength, tick)(inner, held);
    const loss = lossAndGradient(labels, held, scores, scores.slice());
    if (loss < best.loss) best = { loss, strength };
  }
  const rows = rowsFor(training);
  return fitLinear(rows, labels, training, best.strength, tick)(rows, test);
}
