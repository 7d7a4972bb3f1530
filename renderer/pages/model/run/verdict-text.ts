import type { TFunction } from 'i18next';
import { Baseline, type BlendEvaluation, type Evaluation } from '../../../../shared/contract/train.ts';
import type { Format } from '../../../base/format.ts';
import { compareToBaseline } from '../../../runs/compare-to-baseline.ts';

/** Summarises an evaluation in sentences: recall, certainty of the difference, and whether training was long enough. */
export function verdictText(t: TFunction, format: Format, evaluation: Evaluation): string[] {
  const { best, better, recall, baselineRecall } = compareToBaseline(evaluation);
  const { difference, verdict, users, testCases } = evaluation;
  const sentences = [
    t(`model.run.result.${evaluation.ranked}`, {
      model: format.percent(recall),
      baseline: format.percent(baselineRecall),
      rule: t(`model.run.baselines.${best}`),
      evaluatedOn: t(`model.run.evaluatedOn.${testCases > users ? 'testCases' : 'users'}`, {
        users: format.number(users),
        testCases: format.number(testCases),
      }),
      candidates: format.number(evaluation.candidates),
    }),
  ];
  if (difference) {
    sentences.push(
      t(`model.run.significance.${better}`, {
        difference: format.signed(difference.value, 4),
        low: format.signed(difference.low, 4),
        high: format.signed(difference.high, 4),
      }),
    );
  }
  if (evaluation.blend) sentences.push(blendText(t, format, evaluation.blend));
  if (verdict && verdict.fit !== 'unknown') {
    sentences.push(t(`model.run.fit.${verdict.fit}`, { epoch: format.number(verdict.bestEpoch) }));
  }
  return sentences;
}

/** States how the blend compares with the best of the model and the baselines. */
function blendText(t: TFunction, format: Format, { bestRanker, difference }: BlendEvaluation): string {
  const { value, low, high } = difference;
  const rule = Baseline.safeParse(bestRanker);
  return t(`model.run.blendResult.${low > 0 ? 'better' : high < 0 ? 'worse' : 'same'}`, {
    best: rule.success
      ? t('model.run.bestRanker.baseline', { rule: t(`model.run.baselines.${rule.data}`) })
      : t('model.run.bestRanker.model'),
    difference: format.signed(value, 4),
    low: format.signed(low, 4),
    high: format.signed(high, 4),
  });
}
