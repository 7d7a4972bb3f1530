import type { StepResult } from '../../../../shared/contract/import-effect.ts';
import type { Cleaning, StepName } from '../../../../shared/domain/cleaning.ts';
import type { JobContext } from '../../jobs/context.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
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
 * Applies the requested cleaning steps to the staged files, in the order of `Cleaning`. A dropped row gets the step's
 * name in the column `dropped`; rows that are already `dropped` or `bad` are skipped. Returns the results of each step
 * by file.
 */
export async function clean(
  duck: DuckDb,
  loaded: readonly LoadedFile[],
  cleaning: Cleaning,
  context: JobContext,
): Promise<Map<LoadedFile, StepResult[]>> {
  const results = new Map<LoadedFile, StepResult[]>(loaded.map((file) => [file, []]));
  const secret = loaded.find(({ privacy }) => privacy.secret !== null)?.privacy.secret ?? null;
  const steps = stepsOf(duck, cleaning, secret);
  for (const [done, step] of steps.entries()) {
    context.checkCancelled();
    context.progress({ stage: 'import.clean', done, total: steps.length, unit: 'steps' });
    const files = loaded.filter(({ inspection: { kind } }) => kind === 'events' || step.otherKinds?.includes(kind));
    const stepResults = await step.apply(files.map(({ staged }) => staged));
    for (const [i, file] of files.entries()) results.get(file)?.push(...(stepResults[i] ?? []));
  }
  return results;
}

/**
 * A cleaning step, applied to all files of events and to those of `otherKinds`; returns the results for each file, in
 * order.
 */
interface CleaningStep {
  readonly otherKinds?: readonly LoadedFile['inspection']['kind'][];
  apply(staged: readonly Staged[]): Promise<StepResult[][]>;
}

function stepsOf(duck: DuckDb, cleaning: Cleaning, secret: string | null): CleaningStep[] {
  const { text, currency, times, prices, clip, internal, bots, nearRepeats, core } = cleaning;
  const steps: (CleaningStep | undefined)[] = [
    text && {
      otherKinds: ['users', 'items', 'identities'],
      apply: perFile('text', false, (file) => normaliseTexts(duck, file, text)),
    },
    currency && {
      otherKinds: ['items'],
      apply: async (staged) => {
        const results: StepResult[][] = [];
        for (const file of staged) results.push(await convertCurrencies(duck, file, currency));
        return results;
      },
    },
    times && { apply: perFile('times', true, (file) => limitTimes(duck, file, times)) },
    prices && { otherKinds: ['items'], apply: perFile('prices', true, (file) => limitPrices(duck, file, prices)) },
    clip && { apply: perFile('clip', false, (file) => clipOutliers(duck, file, clip)) },
    internal && {
      otherKinds: ['users', 'identities'],
      apply: perFile('internal', true, (file) => leaveOutInternal(duck, file, internal.users, secret)),
    },
    bots && { apply: acrossFiles('bots', (staged) => leaveOutBots(duck, staged, bots)) },
    nearRepeats && {
      apply: perFile('nearRepeats', true, (file) => leaveOutNearRepeats(duck, file, nearRepeats.seconds)),
    },
    core && { apply: acrossFiles('core', (staged) => leaveOutRare(duck, staged, core)) },
  ];
  return steps.filter((step) => step !== undefined);
}

/**
 * A step that processes each file separately; `apply` returns null if the step does not apply to the file, which is
 * then omitted from the results.
 */
function perFile(
  step: StepName,
  leavesOut: boolean,
  apply: (one: Staged) => Promise<number | null>,
): CleaningStep['apply'] {
  return async (staged) => {
    const results: StepResult[][] = [];
    for (const file of staged) {
      const rows = await apply(file);
      results.push(rows === null ? [] : [{ step, rows, leavesOut }]);
    }
    return results;
  };
}

/** A step that processes all files together. */
function acrossFiles(step: StepName, apply: (staged: readonly Staged[]) => Promise<number[]>): CleaningStep['apply'] {
  return async (staged) => (await apply(staged)).map((rows) => [{ step, rows, leavesOut: true }]);
}
