import type { Evaluation, SkippedBaseline, Verdict } from '../../../shared/contract/train.ts';
import { count, measure, paragraphs, share, table } from '../text.ts';

/** Describes an evaluation as text: a row for the model and each baseline, and the verdict. */
export function describeEvaluation(evaluation: Evaluation): string {
  const { run, users, testCases, candidates, ranked, ranksFile, skipped, dataChanged } = evaluation;
  const ranking = ranked === 'new' ? 'earlier items of the user excluded' : 'earlier items of the user included';
  const cases =
    testCases > users
      ? `${count(testCases)} next items of ${count(users)} users`
      : `the next item of ${count(users)} users`;
  return paragraphs(
    `${run}: ${cases}, ranked among ${count(candidates)} items, ${ranking}`,
    table(rankers(evaluation), ['', 'Recall@10', 'NDCG@10', '95 % interval', 'MRR', 'coverage', 'popularity']),
    skipped.map((one) => `${one.baseline} was skipped: ${REASONS[one.reason]}`).join('\n'),
    verdict(evaluation),
    blendText(evaluation),
    dataChanged ? CHANGED : '',
    ranksFile === null ? '' : `Ranks of each user: ${ranksFile}`,
  );
}

const CHANGED =
  'The data has changed since this run was trained: it may have been trained on part of the hold-out. Train again to be sure.';

const REASONS: Readonly<Record<SkippedBaseline['reason'], string>> = {
  'too-large': 'it does not fit into memory',
  'too-slow': 'it exceeded its time limit (--baseline-seconds)',
  'no-times': 'the data has no times',
};

function rankers({ metrics, baselines, blend, intervals, beyondAccuracy }: Evaluation): string[][] {
  const sorted = Object.entries(baselines).toSorted(([, a], [, b]) => (b['ndcg@10'] ?? 0) - (a['ndcg@10'] ?? 0));
  const rows = [['model', metrics] as const, ...(blend ? [['blend', blend.metrics] as const] : []), ...sorted];
  return rows.map(([name, values]) => {
    const interval = intervals[name]?.['ndcg@10'];
    const figures = beyondAccuracy[name];
    return [
      name,
      measure(values['recall@10'] ?? Number.NaN),
      measure(values['ndcg@10'] ?? Number.NaN),
      interval ? `${measure(interval.low)} to ${measure(interval.high)}` : '–',
      measure(values.mrr ?? Number.NaN),
      figures ? share(figures.coverage) : '–',
      figures ? share(figures.popularity) : '–',
    ];
  });
}

function verdict({ verdict: outcome, difference, bestBaseline }: Evaluation): string {
  if (!outcome || !difference) return '';
  const { value, low, high } = difference;
  const by = `${signed(value)} NDCG@10 vs ${bestBaseline}, 95 % interval ${signed(low)} to ${signed(high)}`;
  return `${COMPARISONS[outcome.better](bestBaseline)} (${by}).\n${FIT[outcome.fit](outcome)}`;
}

function blendText({ blend }: Evaluation): string {
  if (!blend) return '';
  const { value, low, high } = blend.difference;
  const outcome = low > 0 ? 'is better than' : high < 0 ? 'is worse than' : 'is not significantly different from';
  return `The blend of the model and the baselines ${outcome} “${blend.bestRanker}” alone (${signed(value)} NDCG@10, 95 % interval ${signed(low)} to ${signed(high)}).`;
}

const signed = (value: number) => `${value >= 0 ? '+' : '−'}${measure(Math.abs(value))}`;

const COMPARISONS: Readonly<Record<Verdict['better'], (best: string) => string>> = {
  clearly: () => 'The model beats every baseline',
  maybe: () => 'The model is ahead of every baseline, but the difference is not significant',
  no: (best) => `The model does not beat the baseline “${best}”`,
};

const FIT: Readonly<Record<Verdict['fit'], (verdict: Verdict) => string>> = {
  underfit: ({ epochs, keptEpoch, popularityLoss, validationLoss }) =>
    isAbove(validationLoss, popularityLoss)
      ? `It looks underfit: its validation loss (${figure(validationLoss)}) is no better than that of item popularity (${figure(popularityLoss)}). Try more epochs, another learningRate or a larger width.`
      : `It looks underfit: the validation loss was still falling when training ended (epoch ${keptEpoch} of ${epochs}). Train longer: --set epochs=${2 * epochs}`,
  overfit: ({ bestEpoch, bestValidationLoss, validationLoss, trainingLoss }) =>
    `It looks overfit: the validation loss was lowest in epoch ${bestEpoch} (${figure(bestValidationLoss)}) and has risen to ${figure(validationLoss)}, with a training loss of ${figure(trainingLoss)}. Try --set patience=5, more dropout or a smaller width.`,
  good: ({ bestEpoch, epochs }) =>
    `Its learning curve looks sound, neither underfit nor overfit (lowest validation loss in epoch ${bestEpoch} of ${epochs}).`,
  unknown: () => 'There are too few epochs with a validation loss to tell whether it is underfit or overfit.',
};

const figure = (value: number | null) => measure(value ?? Number.NaN);

function isAbove(loss: number | null, baselineLoss: number | null): boolean {
  return loss !== null && baselineLoss !== null && loss > 0.98 * baselineLoss;
}
