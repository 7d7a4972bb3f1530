import type { JobContext } from '../../jobs/context.ts';
import type { Dataset } from '../dataset.ts';
import { type Bracket, epochsOf, leftAfter, planBracket } from './plan.ts';
import { type SearchFile, writeSearch } from './search-files.ts';
import { Trials } from './trials.ts';

const MOST_TRIALS = 1000;
/** Failures without a success after which there is no hope. */
const MOST_FAILURES = 10;

/** Plans and runs bracket after bracket while there is time for one more; those that a search had run before are only recalled. */
export async function runBrackets(
  search: string,
  file: SearchFile,
  dataset: Dataset,
  context: JobContext,
): Promise<SearchFile> {
  const trials = new Trials(search, file, dataset, context);
  const brackets = [...file.brackets];
  let first = 1;
  for (let b = 0; first <= MOST_TRIALS; b++) {
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

/** The next bracket, or null where there is no time for it. The first is planned in any case. */
async function nextBracket(
  { method, config }: SearchFile,
  before: Bracket | undefined,
  trials: Trials,
): Promise<Bracket | null> {
  const lines = trials.lines();
  if (lines.length >= MOST_FAILURES && lines.every(({ state }) => state === 'failed')) return null;
  const affordable = trials.secondsLeft() / (await trials.secondsPerEpoch());
  const bracket = method === 'random' ? { trials: 1, stages: [config.epochs] } : planBracket(config.epochs, affordable);
  if (!before) return bracket;
  const asLong = bracket.stages.at(-1)! >= before.stages.at(-1)!;
  return asLong && epochsOf(bracket) <= affordable ? bracket : null;
}

async function runBracket(bracket: Bracket, first: number, trials: Trials): Promise<void> {
  const numbers = Array.from({ length: bracket.trials }, (_, i) => first + i);
  let left = numbers.filter((trial) => trials.settingsOf(trial) !== null);
  const length = bracket.stages.at(-1)!;
  for (const [stage, end] of bracket.stages.entries()) {
    for (const trial of left) {
      if (end === length) await trials.finish(trial, length);
      else await trials.train(trial, length, end);
    }
    if (end !== length) left = trials.keep(left, leftAfter(bracket.trials, stage + 1));
  }
}
