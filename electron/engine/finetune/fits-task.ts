import type { EncoderConfig } from '../model/config.ts';
import { startWasm } from '../model/kernels/register.ts';
import { ownWeights, type SharedWeights } from '../model/shared-weights.ts';
import { disposeWeights } from '../model/weights.ts';
import type { Work } from '../parallel-tasks.ts';
import type { Tell } from '../threads/pool.ts';
import { type Fitted, fitSplit, type Ground } from './fit-split.ts';
import type { HeadHooks } from './head/train-head.ts';
import type { Scorer } from './scorer/scorer.ts';
import type { Split } from './split.ts';

export interface FitsInput {
  readonly ground: Omit<Ground, 'start'>;
  readonly splits: readonly Split[];
  readonly encoder: EncoderConfig;
  /** What heads begin with; null where only the ground's vectors are read. */
  readonly weights: SharedWeights | null;
}

/** What was learnt of one split. A scorer holds all weights: only that of the last split is kept. */
export interface Fit extends Fitted {
  readonly scorer: Scorer | null;
}

/** A split's share in `Tell`. */
export const WHOLE = 1000;

export async function fitsWork({ ground, splits, encoder, weights: kept }: FitsInput): Promise<Work<Fit>> {
  if (kept) await startWasm();
  // Who reads vectors alone asks no encoder.
  const weights = kept ? ownWeights(kept) : {};
  const own = { ...ground, start: { encoder, weights } };
  return { do: fitSplits(own, splits, { checkCancelled: () => {} }), end: () => disposeWeights(weights) };
}

/** Gives a function that learns from one of the splits. */
export function fitSplits(ground: Ground, splits: readonly Split[], hooks: HeadHooks) {
  return async (index: number, tell: Tell): Promise<Fit> => {
    let member = 0;
    let before = 0;
    const { scorer, ...fitted } = await fitSplit(ground, splits[index]!, {
      ...hooks,
      onLinear() {
        hooks.onLinear?.();
        tell(0);
      },
      onStep(share, loss) {
        if (share < before) member++;
        before = share;
        hooks.onStep?.(share, loss);
        tell((WHOLE * (member + share)) / ground.config.members);
      },
    });
    return { ...fitted, scorer: index === splits.length - 1 ? scorer : null };
  };
}
