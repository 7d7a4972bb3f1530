import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../../../../shared/contract/index.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { JobContext } from '../../jobs/context.ts';
import { nextRun, readRunConfig, writeRunConfig } from '../../runs/run-files.ts';
import { renameRun } from '../../store/models/change-runs.ts';
import { modelFolder } from '../../store/workspace.ts';
import { trainJob } from '../train-job.ts';
import { compareTrials, readTrials, type SearchFile, type TrialLine, trialRun, writeSearch } from './search-files.ts';

/**
 * Makes the best trial a run: moves its folder to the runs and completes its training there, which takes one epoch at
 * most. Can be repeated after an interruption at any moment. Throws SEARCH_FAILED.
 */
export async function keepBest(search: string, file: SearchFile, context: JobContext): Promise<Output<'train.search'>> {
  const { db, path } = context.workspace;
  const lines = readTrials(path, search);
  const lastLines = [...new Map(lines.map((line) => [line.trial, line])).values()];
  const [best] = lastLines.filter(({ state, ndcg10 }) => state !== 'stopped' && ndcg10 !== null).sort(compareTrials);
  if (!best) throw searchFailed(lastLines.length);
  const run = moveToRun(search, file, best, path);
  await trainJob({ config: {}, resume: run }, context);
  renameRun(db, run, search, undefined);
  removeTrials(modelFolder(path, search));
  return { search, best: best.trial, run, trials: lastLines.length, seconds: lines.at(-1)?.spent ?? 0 };
}

/** Returns the run that the best trial becomes. */
function moveToRun(search: string, file: SearchFile, best: TrialLine, path: string): string {
  const from = trialRun(search, best.trial);
  if (file.run !== null && !existsSync(modelFolder(path, from))) return file.run;
  const { vocabulary, ...config } = readRunConfig(path, from);
  // A trial that ran out of time ends at its last epoch.
  const epochs = best.state === 'finished' ? config.train.epochs : best.epochs;
  writeRunConfig(path, from, { ...config, train: { ...config.train, epochs } }, vocabulary);
  const run = nextRun(path);
  writeSearch(path, search, { ...file, best: best.trial, run });
  renameSync(modelFolder(path, from), modelFolder(path, run));
  return run;
}

function removeTrials(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith('trial-')) rmSync(join(folder, name), { recursive: true, force: true });
}

function searchFailed(trials: number): PortraitError {
  return new PortraitError({
    code: 'SEARCH_FAILED',
    message: `None of ${trials} trials could be trained.`,
    hint: 'Search closer to the defaults, for example with lower learning rates. The log of the job says why each trial failed.',
    details: { trials },
  });
}
