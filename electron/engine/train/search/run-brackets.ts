import type { JobContext } from '../../jobs/context.ts';
import type { Dataset } from '../dataset.ts';
import { type Bracket, epochsOf, planBracket, survivorsAfter } from './plan.ts';
import { type SearchFile, writeSearch } from './search-files.ts';
import { Trials } from './trials.ts';

const MAX_TRIALS = 1000;
/** Number of failures without a success after which the search gives up. */
const MAX_FAILURES = 10;

/**
 * Plans and runs one bracket after another while there is time; brackets that were already run before an interruption
 * are only read back.
 */
export async function runBrackets(
  search: string,
  file: SearchFile,
  dataset: Dataset,
  context: JobContext,
): Promise<SearchFile> {
  const trials = new Trials(search, file, dataset, context);
  const brackets = [...file.brackets];
  let first = 1;
  for (let b = 0; first <= MAX_TRIALS; b++) {
    const bracket = brackets[b] ?? (await nextBracket(file, brackets[0], trials));
    if (!bracket || trials.settingsOf(first) === null) break;
    if (b === brackets.length) {
      brackets.push(bracket);
      writeSearch(context.workspace.path, search, { ...file, brackets });
    }
    await runBracket(bracket, first, trials);
    first += bracket.trials;
  }
  return { ...file, brackets };
}

/** Returns the next bracket, or null if there is no time for it. The first bracket is always planned. */
async function nextBracket(
  { method, config }: SearchFile,
  firstBracket: Bracket | undefined,
  trials: Trials,
): Promise<Bracket | null> {
  const lines = trials.lines();
  if (lines.length >= MAX_FAILURES && lines.every(({ state }) => state === 'failed')) return null;
  const affordable = trials.secondsLeft() / (await trials.secondsPerEpoch());
  const bracket = method === 'random' ? { trials: 1, stages: [config.epochs] } : planBracket(config.epochs, affordable);
  if (!firstBracket) return bracket;
  const isLongEnough = bracket.stages.at(-1)! >= firstBracket.stages.at(-1)!;
  return isLongEnough && epochsOf(bracket) <= affordable ? bracket : null;
}

async function runBracket(bracket: Bracket, first: number, trials: Trials): Promise<void> {
  const numbers = Array.from({ length: bracket.trials }, (_, i) => first + i);
  let survivors = numbers.filter((trial) => trials.settingsOf(trial) !== null);
  const length = bracket.stages.at(-1)!;
  for (const [stage, end] of bracket.stages.entries()) {
    for (const trial of survivors) {
      if (end === length) await trials.finish(trial, length);
      else await trials.train(trial, length, end);
    }
    if (end !== length) survivors = trials.selectBest(survivors, survivorsAfter(bracket.trials, stage + 1));
  }
}
