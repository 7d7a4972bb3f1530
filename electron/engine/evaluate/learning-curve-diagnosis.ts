import type { Verdict } from '../../../shared/contract/train.ts';
import type { EpochLine } from '../runs/curve.ts';

/** Minimum number of epochs for a diagnosis. */
const MIN_EPOCHS = 5;
/** Share of epochs at the end; a loss that still falls within them means that training ended too early. */
const TAIL_SHARE = 0.2;
/**
 * Smallest change of the loss that counts, as a share of its total decrease; also the smallest relative drop of
 * NDCG@10.
 */
const NOTABLE_SHARE = 0.05;
/** Relative margin by which a loss must be below that of popularity to count as better. */
const EQUAL_SHARE = 0.01;

type Diagnosis = Omit<Verdict, 'better'>;
type ValidatedEpoch = EpochLine & { readonly validationLoss: number };

/**
 * Diagnoses a learning curve. Underfit: validation was still improving at the end, or neither loss is below that of
 * popularity alone. Overfit: the saved epoch is past the best one by loss and by NDCG@10, or the training loss is below
 * popularity's while the validation loss is not. `keepsBest`: whether the epoch with the best NDCG@10 was saved instead
 * of the last one.
 */
export function diagnoseLearningCurve(
  curve: readonly EpochLine[],
  popularityLoss: number | null,
  keepsBest: boolean,
): Diagnosis {
  const validatedEpochs = curve.filter((line): line is ValidatedEpoch => line.validationLoss !== null);
  const first = validatedEpochs[0];
  if (!first) return { ...NO_VALIDATION, epochs: curve.length, trainingLoss: curve.at(-1)?.loss ?? null };
  const best = highest(validatedEpochs, (line) => -line.validationLoss);
  const keptLine = keepsBest ? highest(validatedEpochs, ndcg) : validatedEpochs.at(-1)!;
  return {
    fit: validatedEpochs.length < MIN_EPOCHS ? 'unknown' : diagnosisOf(validatedEpochs, best, keptLine, popularityLoss),
    trainingLoss: keptLine.loss,
    validationLoss: keptLine.validationLoss,
    bestValidationLoss: best.validationLoss,
    popularityLoss,
    keptEpoch: keptLine.epoch,
    bestEpoch: best.epoch,
    epochs: curve.length,
  };
}

const NO_VALIDATION = {
  fit: 'unknown',
  validationLoss: null,
  bestValidationLoss: null,
  popularityLoss: null,
  keptEpoch: 0,
  bestEpoch: 0,
} as const;

function diagnosisOf(
  validatedEpochs: readonly ValidatedEpoch[],
  best: ValidatedEpoch,
  keptLine: ValidatedEpoch,
  popularityLoss: number | null,
): Diagnosis['fit'] {
  const floor = (popularityLoss ?? Number.POSITIVE_INFINITY) * (1 - EQUAL_SHARE);
  if (best.validationLoss >= floor) return keptLine.loss < floor ? 'overfit' : 'underfit';
  const fall = validatedEpochs[0]!.validationLoss - best.validationLoss;
  const late = validatedEpochs.slice(-Math.ceil(TAIL_SHARE * validatedEpochs.length));
  const early = validatedEpochs.slice(0, validatedEpochs.length - late.length);
  const bestEarly = Math.min(...early.map((line) => line.validationLoss));
  if (late.includes(best) && bestEarly - best.validationLoss > NOTABLE_SHARE * fall) return 'underfit';
  const hasRisen = keptLine.validationLoss - best.validationLoss > NOTABLE_SHARE * fall;
  const isWorse = ndcg(keptLine) < (1 - NOTABLE_SHARE) * Math.max(...validatedEpochs.map(ndcg));
  return hasRisen && isWorse && keptLine.epoch > best.epoch ? 'overfit' : 'good';
}

function ndcg({ validation }: EpochLine): number {
  return validation['ndcg@10'] ?? 0;
}

/** Returns the first line with the highest value. */
function highest(lines: readonly ValidatedEpoch[], value: (line: ValidatedEpoch) => number): ValidatedEpoch {
  return lines.reduce((best, line) => (value(line) > value(best) ? line : best));
}
