import type { HeadConfig } from '../../../../shared/domain/head-config.ts';
import type { JobContext } from '../../jobs/context.ts';
import type { Pool } from '../../threads/pool.ts';
import type { Dataset } from '../dataset.ts';
import { factsOf } from './examples.ts';
import { type Fitted, fitSplit, type Ground } from './fit.ts';
import type { HeadCurve } from './head/train-head.ts';
import type { Part } from './judge/judge-head.ts';
import type { Plan } from './plan.ts';
import { frozenVectors, type Reading, type Scorer } from './scorer/scorer.ts';
import { type Split, withValidation } from './split.ts';

/** What was learnt of each split, and the head that says of everyone what was learnt. */
export interface Learnt {
  readonly parts: readonly Part[];
  readonly scorer: Scorer;
  readonly curve: HeadCurve;
}

/** One head a split and, after folds, one of all. */
export async function learnAll(
  plan: Plan,
  reading: Reading,
  { histories, time }: Dataset,
  config: HeadConfig,
  pool: Pool,
  context: JobContext,
): Promise<Learnt> {
  const { examples, labels, splits } = plan;
  const frozen = config.frozen > reading.start.encoder.layers;
  const ground: Ground = {
    ...reading,
    ...{ examples, labels, config },
    facts: factsOf(histories, examples, time.dates),
    vectors: frozen ? await frozenVectors(reading, examples, pool, context.checkCancelled) : null,
  };
  const total = splits.length + (plan.refit ? 1 : 0);
  const fitted = (split: Split, done: number) => fitSplit(ground, split, hooksOf(context, done, total, config.members));
  if (!plan.refit) {
    const split = splits[0]!;
    const { scorer, ...own } = await fitted(split, 0);
    return { parts: [{ split, fitted: own }], scorer, curve: own.curve };
  }
  const parts: Part[] = [];
  for (const [done, split] of splits.entries()) {
    parts.push({ split, fitted: withoutScorer(await fitted(split, done)) });
  }
  const rows = Int32Array.from(examples.history.keys());
  const all = withValidation(labels, rows, config.validationShare, config.seed);
  const { scorer, curve } = await fitted({ ...all, test: new Int32Array(0) }, splits.length);
  return { parts, scorer, curve };
}

/** A scorer holds all weights: of heads that only judge it is let go. */
const withoutScorer = ({ scorer: _, ...fitted }: Fitted & { scorer: Scorer }): Fitted => fitted;

/** Progress over all heads, in thousandths of one. */
function hooksOf(context: JobContext, done: number, total: number, members: number) {
  let member = 0;
  let before = 0;
  return {
    checkCancelled: context.checkCancelled,
    onLinear() {
      context.progress({ stage: 'finetune.linear', done: 1000 * done, total: 1000 * total, unit: 'steps' });
    },
    onStep(share: number, loss: number) {
      if (share < before) member++;
      before = share;
      const at = done + (member + share) / members;
      context.progress({
        stage: 'finetune.heads',
        done: Math.round(1000 * at),
        total: 1000 * total,
        unit: 'steps',
        figures: { loss, head: done + 1, heads: total },
      });
    },
  };
}
