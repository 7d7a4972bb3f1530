import type { Skipped } from '../../../../shared/contract/train.ts';
import type { JobContext } from '../../jobs/context.ts';
import { BASELINES, chooseBaseline } from '../baseline/choose.ts';
import type { Training } from '../baseline/training.ts';
import { type Ranked, rankAll } from './rank.ts';
import type { Questions } from './rank-batches.ts';

export interface Rankings {
  /** By ranker, `model` first. */
  readonly ranked: Record<string, Ranked>;
  readonly skipped: readonly Skipped[];
  /** The settings that were chosen for each baseline; a baseline without any is not in it. */
  readonly settings: Record<string, string>;
}

/** First places that are kept of each ranking. */
export const FIRST = 10;

/** The same questions as the model has answered put to each baseline, whose settings are chosen on `validation`. */
export function rankingsOf(
  test: Questions,
  validation: Questions,
  model: Ranked,
  training: Training,
  context: JobContext,
  seconds: number,
): Rankings {
  const { checkCancelled } = context;
  const ranked: Record<string, Ranked> = { model };
  const skipped: Skipped[] = [];
  const settings: Record<string, string> = {};
  const names = Object.keys(BASELINES) as (keyof typeof BASELINES)[];
  names.forEach((name, done) => {
    context.progress({ stage: 'evaluate.baselines', done, total: names.length, unit: 'baselines' });
    const chosen = chooseBaseline(name, training, validation, { seconds, checkCancelled });
    if ('reason' in chosen) {
      skipped.push(chosen);
      context.log(`${name}: left out, ${chosen.reason}`);
      return;
    }
    ranked[name] = rankAll(test, chosen.score, { first: FIRST, onBatch: checkCancelled });
    if (chosen.settings === '') return;
    settings[name] = chosen.settings;
    context.log(`${name}: ${chosen.settings}`);
  });
  return { ranked, skipped, settings };
}
