import type { EncoderConfig } from '../model/config.ts';
import { startWasm } from '../model/kernels/register.ts';
import { copyWeights, type SharedWeights } from '../model/shared-weights.ts';
import { disposeWeights } from '../model/weights.ts';
import type { OnProgress, ParallelTask } from '../threads/task.ts';
import { readOrFitPart } from './fit-parts.ts';
import { type FitContext, fitSplit, rowOf, type SplitScores } from './fit-split.ts';
import type { HeadHooks } from './head/train-head.ts';
import type { Scorer } from './scorer/scorer.ts';
import type { Split } from './split.ts';

export interface FitsInput {
  readonly fitContext: Omit<FitContext, 'baseEncoder'>;
  readonly splits: readonly Split[];
  readonly encoder: EncoderConfig;
  /** Initial encoder weights; null if only the precomputed vectors of the context are read. */
  readonly weights: SharedWeights | null;
}

/** Scores and scorer of one split. A scorer holds all weights, so only the last split keeps its own. */
export interface SplitFit extends SplitScores {
  readonly scorer: Scorer | null;
}

/** Progress units per split. */
export const PROGRESS_SCALE = 1000;

export const fitsTask: ParallelTask<FitsInput, SplitFit> = {
  name: 'finetune.fits',
  async start({ fitContext, splits, encoder, weights: sharedWeights }) {
    if (sharedWeights) await startWasm();
    // With precomputed vectors the encoder is not run.
    const weights = sharedWeights ? copyWeights(sharedWeights) : {};
    const localContext = { ...fitContext, baseEncoder: { encoder, weights } };
    return {
      do: splitFitter(localContext, splits, { checkCancelled: () => {} }),
      dispose: () => disposeWeights(weights),
    };
  },
};

/**
 * Returns a function that fits the split at an index. What an interrupted fine-tuning has finished is read from the
 * folder of its parts: the scores of splits, and the members of the last one.
 */
export function splitFitter(fitContext: FitContext, splits: readonly Split[], hooks: HeadHooks) {
  const { partsFolder } = fitContext;
  return async (index: number, onProgress: OnProgress): Promise<SplitFit> => {
    const split = splits[index]!;
    const splitHooks: HeadHooks = {
      ...hooks,
      onLinear() {
        hooks.onLinear?.();
        onProgress(0);
      },
      onStep(share, loss) {
        hooks.onStep?.(share, loss);
        onProgress(PROGRESS_SCALE * share);
      },
    };
    if (index === splits.length - 1) {
      return fitSplit(fitContext, split, splitHooks, (member, compute) =>
        readOrFitPart(partsFolder, `member-${member}`, compute),
      );
    }
    const { arrays, curve } = await readOrFitPart(partsFolder, `split-${index}`, async () => {
      const scores = await fitSplit(fitContext, split, splitHooks, (_member, compute) => compute());
      const { validation, test, linear } = scores;
      return {
        arrays: { validation: rowOf(validation), test: rowOf(test), linear: rowOf(linear) },
        curve: scores.curve,
      };
    });
    const { validation, test, linear } = arrays;
    return { validation: validation!.data, test: test!.data, linear: linear!.data, curve, scorer: null };
  };
}
