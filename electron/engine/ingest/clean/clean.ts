import type { StepResult } from '../../../../shared/contract/ingest.ts';
import type { Cleaning, StepName } from '../../../../shared/domain/cleaning.ts';
import type { JobContext } from '../../jobs/context.ts';
import type { Duck } from '../stage/duckdb.ts';
import type { Loaded } from '../stage/load-file.ts';
import type { Staged } from '../stage/stage.ts';
import { leaveOutBots } from './bots.ts';
import { clipOutliers } from './clip.ts';
import { leaveOutRare } from './core.ts';
import { convertCurrencies } from './currency.ts';
import { leaveOutInternal } from './internal.ts';
import { leaveOutNearRepeats } from './near-repeats.ts';
import { limitPrices, limitTimes } from './ranges.ts';
import { normaliseTexts } from './text.ts';

/**
 * Takes the steps that were asked for on staged files, in the order of `Cleaning`. A row that a step leaves out gets the
 * step's name in the column `dropped`; those that are `dropped` or `bad` already are passed over. Returns what each step
 * did to each file.
 */
export async function clean(
  duck: Duck,
  loaded: readonly Loaded[],
  cleaning: Cleaning,
  context: JobContext,
): Promise<Map<Loaded, StepResult[]>> {
  const results = new Map<Loaded, StepResult[]>(loaded.map((one) => [one, []]));
  const secret = loaded.find(({ privacy }) => privacy.secret !== null)?.privacy.secret ?? null;
  const steps = stepsOf(duck, cleaning, secret);
  for (const [done, step] of steps.entries()) {
    context.checkCancelled();
    context.progress({ stage: 'import.clean', done, total: steps.length, unit: 'steps' });
    const files = loaded.filter(({ inspection: { kind } }) => kind === 'events' || step.also?.includes(kind));
    const found = await step.take(files.map(({ staged }) => staged));
    for (const [i, one] of files.entries()) results.get(one)?.push(...(found[i] ?? []));
  }
  return results;
}

/** A step on all files of behaviour, and on what else it applies to: what it did to each, in their order. */
interface Step {
  readonly also?: readonly Loaded['inspection']['kind'][];
  take(staged: readonly Staged[]): Promise<StepResult[][]>;
}

function stepsOf(duck: Duck, cleaning: Cleaning, secret: string | null): Step[] {
  const { text, currency, times, prices, clip, internal, bots, nearRepeats, core } = cleaning;
  const steps: (Step | undefined)[] = [
    text && {
      also: ['users', 'items', 'identities'],
      take: each('text', false, (one) => normaliseTexts(duck, one, text)),
    },
    currency && {
      also: ['items'],
      take: async (staged) => {
        const found: StepResult[][] = [];
        for (const one of staged) found.push(await convertCurrencies(duck, one, currency));
        return found;
      },
    },
    times && { take: each('times', true, (one) => limitTimes(duck, one, times)) },
    prices && { also: ['items'], take: each('prices', true, (one) => limitPrices(duck, one, prices)) },
    clip && { take: each('clip', false, (one) => clipOutliers(duck, one, clip)) },
    internal && {
      also: ['users', 'identities'],
      take: each('internal', true, (one) => leaveOutInternal(duck, one, internal.users, secret)),
    },
    bots && { take: together('bots', (staged) => leaveOutBots(duck, staged, bots)) },
    nearRepeats && { take: each('nearRepeats', true, (one) => leaveOutNearRepeats(duck, one, nearRepeats.seconds)) },
    core && { take: together('core', (staged) => leaveOutRare(duck, staged, core)) },
  ];
  return steps.filter((step) => step !== undefined);
}

/** A step that looks at one file after another; where it finds nothing to look at, it says null and is not mentioned. */
function each(step: StepName, leavesOut: boolean, take: (one: Staged) => Promise<number | null>): Step['take'] {
  return async (staged) => {
    const found: StepResult[][] = [];
    for (const one of staged) {
      const rows = await take(one);
      found.push(rows === null ? [] : [{ step, rows, leavesOut }]);
    }
    return found;
  };
}

/** A step that must see all files at once. */
function together(step: StepName, take: (staged: readonly Staged[]) => Promise<number[]>): Step['take'] {
  return async (staged) => (await take(staged)).map((rows) => [{ step, rows, leavesOut: true }]);
}
