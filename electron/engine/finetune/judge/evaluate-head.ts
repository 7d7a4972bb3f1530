import type { HeadEvaluation } from '../../../../shared/contract/finetune.ts';
import type { HeadConfig } from '../../../../shared/domain/finetune-config.ts';
import type { Plan } from '../fine-tuning-plan.ts';
import type { Fitted } from '../fit-split.ts';
import type { Labels } from '../labels/labels.ts';
import type { Split } from '../split.ts';
import { baseRate } from './base-rate.ts';
import { type Calibration, calibrate, calibrated } from './calibrate.ts';
import { type Comparison, compare } from './compare-with-baselines.ts';
import { evaluationOf } from './evaluation.ts';
import { probabilities } from './probabilities.ts';

/** What was learnt of each split, the test rows' scores first. */
export interface Part {
  readonly split: Split;
  readonly fitted: Fitted;
}

/** The judgement, and how scores of the last head become probabilities. */
export interface Judgement {
  readonly evaluation: HeadEvaluation;
  readonly comparison: Comparison;
  readonly calibration: Calibration;
}

/**
 * Judges all splits' test rows together. Each split's scores are calibrated on its own validation rows; the head that scores
 * everyone is calibrated on them too, or after folds on all scores of heads that did not know their users.
 */
export function judgeHead(plan: Plan, parts: readonly Part[], config: HeadConfig, tick: () => void): Judgement {
  const { labels } = plan;
  const rows = Int32Array.from(parts.flatMap(({ split }) => [...split.test]));
  const calibrations = parts.map(({ split, fitted }) =>
    calibrate(labels, split.validation, fitted.validation, config.calibration),
  );
  const join = (of: (part: Part, i: number) => Float32Array) => joined(parts.map(of));
  const scores = join(({ fitted }) => fitted.test);
  const rivals = {
    model: join(({ fitted }, i) => calibrated(labels, calibrations[i]!, fitted.test)),
    linear: join(({ fitted }) => probabilities(labels, fitted.linear)),
    base: join(({ split }) => baseRate(labels, split.training, split.test.length)),
  };
  const comparison = compare(labels, rows, rivals, config.seed, tick);
  const uncalibrated = probabilities(labels, scores);
  const judged = { rows, rivals, uncalibrated, method: calibrations[0]!.method };
  const { testCut, trainingCuts } = plan;
  const evaluation = {
    folds: parts.length,
    testCut,
    trainingCuts: [...trainingCuts],
    ...evaluationOf(labels, judged, comparison),
  };
  const calibration = plan.refit ? calibrate(labels, rows, scores, config.calibration) : calibrations[0]!;
  return { evaluation, comparison, calibration };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Of a ranking only the best of each user are kept: the others become NaN. */
export function onlyBest(
  { kind, names }: Pick<Labels, 'kind' | 'names'>,
  values: Float32Array,
  best: number,
): Float32Array {
  if (kind !== 'ranking' || names.length <= best) return values;
  for (let at = 0; at < values.length; at += names.length) {
    const own = values.subarray(at, at + names.length);
    const least = own.slice().sort()[names.length - best]!;
    for (let k = 0; k < own.length; k++) if (own[k]! < least) own[k] = Number.NaN;
  }
  return values;
}
