import type { TFunction } from 'i18next';
import type { Evaluation } from '../../../../shared/contract/train.ts';
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
  if (verdict && verdict.fit !== 'unknown') {
    sentences.push(t(`model.run.fit.${verdict.fit}`, { epoch: format.number(verdict.bestEpoch) }));
  }
  return sentences;
}
