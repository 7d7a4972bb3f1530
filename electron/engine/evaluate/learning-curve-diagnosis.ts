import type { Verdict } from '../../../shared/contract/train.ts';
import type { EpochLine } from '../runs/curve.ts';

/** Fewest epochs that a curve can be judged by. */
const FEWEST = 5;
/** Share of the epochs at the end within which a curve that still falls shows that it should have gone on. */
const END = 0.2;
/** A change of the loss that counts, as a share of all that it fell by. */
const NOTABLE = 0.05;
/** A loss within this share of popularity's is no better than it. */
const SAME = 0.01;

type Fit = Omit<Verdict, 'better'>;
type Judged = EpochLine & { readonly validationLoss: number };

/**
 * What a training's curve looks like. Underfit: validation was still getting better when it ended, or neither loss is
 * below that of knowing popularity alone. Overfit: the epoch that was kept is past the best one by loss and by NDCG@10, or
 * training is below popularity's loss where validation is not. `keepsBest`: whether the epoch with the best NDCG@10 was kept
 * rather than the last one.
 */
export function fitOf(curve: readonly EpochLine[], popularityLoss: number | null, keepsBest: boolean): Fit {
  const judged = curve.filter((line): line is Judged => line.validationLoss !== null);
  const first = judged[0];
  if (!first) return { ...NOTHING, epochs: curve.length, trainingLoss: curve.at(-1)?.loss ?? null };
  const best = highest(judged, (line) => -line.validationLoss);
  const kept = keepsBest ? highest(judged, ndcg) : judged.at(-1)!;
  return {
    fit: judged.length < FEWEST ? 'unknown' : shapeOf(judged, best, kept, popularityLoss),
    trainingLoss: kept.loss,
    validationLoss: kept.validationLoss,
    bestValidationLoss: best.validationLoss,
    popularityLoss,
    keptEpoch: kept.epoch,
    bestEpoch: best.epoch,
    epochs: curve.length,
  };
}

const NOTHING = {
  fit: 'unknown',
  validationLoss: null,
  bestValidationLoss: null,
  popularityLoss: null,
  keptEpoch: 0,
  bestEpoch: 0,
} as const;

function shapeOf(judged: readonly Judged[], best: Judged, kept: Judged, popularityLoss: number | null): Fit['fit'] {
  const floor = (popularityLoss ?? Number.POSITIVE_INFINITY) * (1 - SAME);
  if (best.validationLoss >= floor) return kept.loss < floor ? 'overfit' : 'underfit';
  const fall = judged[0]!.validationLoss - best.validationLoss;
  const late = judged.slice(-Math.ceil(END * judged.length));
  const early = judged.slice(0, judged.length - late.length);
  const bestEarly = Math.min(...early.map((line) => line.validationLoss));
  if (late.includes(best) && bestEarly - best.validationLoss > NOTABLE * fall) return 'underfit';
  const risen = kept.validationLoss - best.validationLoss > NOTABLE * fall;
  const worse = ndcg(kept) < (1 - NOTABLE) * Math.max(...judged.map(ndcg));
  return risen && worse && kept.epoch > best.epoch ? 'overfit' : 'good';
}

function ndcg({ validation }: EpochLine): number {
  return validation['ndcg@10'] ?? 0;
}

/** The first line with the highest value. */
function highest(lines: readonly Judged[], value: (line: Judged) => number): Judged {
  return lines.reduce((best, line) => (value(line) > value(best) ? line : best));
}
