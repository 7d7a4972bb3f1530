import type { TFunction } from 'i18next';
import type { Evaluation } from '../../../../shared/contract/train.ts';
import type { Format } from '../../../base/format.ts';
import { standingOf } from './compare-to-baseline.ts';

/** An evaluation in sentences: what was found, how sure the difference is, and whether it was trained for long enough. */
export function verdictText(t: TFunction, format: Format, evaluation: Evaluation): string[] {
  const { best, better, found, foundByBest } = standingOf(evaluation);
  const { difference, verdict, users, questions } = evaluation;
  const sentences = [
    t(`verdict.found.${evaluation.ranked}`, {
      model: format.percent(found),
      baseline: format.percent(foundByBest),
      rule: t(`verdict.baselines.${best}`),
      asked: t(`verdict.asked.${questions > users ? 'questions' : 'users'}`, {
        users: format.number(users),
        questions: format.number(questions),
      }),
      candidates: format.number(evaluation.candidates),
    }),
  ];
  if (difference) {
    sentences.push(
      t(`verdict.sure.${better}`, {
        difference: signed(format, difference.value),
        low: signed(format, difference.low),
        high: signed(format, difference.high),
      }),
    );
  }
  if (verdict && verdict.fit !== 'unknown') {
    sentences.push(t(`verdict.fit.${verdict.fit}`, { epoch: format.number(verdict.bestEpoch) }));
  }
  return sentences;
}

export function signed(format: Format, value: number): string {
  return value > 0 ? `+${format.number(value, 4)}` : format.number(value, 4).replace('-', '−');
}
