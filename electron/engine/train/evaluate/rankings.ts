import type { Skipped } from '../../../../shared/contract/train.ts';
import type { JobContext } from '../../jobs/context.ts';
import { BASELINES, chooseBaseline } from '../baseline/choose.ts';
import type { Training } from '../baseline/training.ts';
import { type Questions, type Ranked, rankAll, type Scorer } from './rank.ts';

export interface Rankings {
  /** By ranker, `model` first. */
  readonly ranked: Record<string, Ranked>;
  readonly skipped: readonly Skipped[];
  /** The settings that were chosen for each baseline; a baseline without any is not in it. */
  readonly settings: Record<string, string>;
}

/** First places that are kept of each ranking. */
const FIRST = 10;

/** The same questions put to the model and to each baseline, whose settings are chosen on `validation`. */
export function rankingsOf(
  test: Questions,
  validation: Questions,
  model: Scorer,
  training: Training,
  context: JobContext,
  seconds: number,
): Rankings {
  const { checkCancelled } = context;
  const total = test.held.length;
  const onBatch = (done: number) => {
    checkCancelled();
    context.progress({ stage: 'evaluate.users', done, total, unit: 'users' });
  };
  const ranked = { model: rankAll(test, model, { first: FIRST, onBatch }) } as Record<string, Ranked>;
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
