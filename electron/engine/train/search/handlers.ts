import type { Search, Trial } from '../../../../shared/contract/runs.ts';
import type { Handlers } from '../../handlers.ts';
import { hasConfig } from '../run-files.ts';
import { byMerit, readSearch, readTrials, searchNames, type TrialLine } from './search-files.ts';

export const searchHandlers = {
  'train.searches': (_input, context) => {
    const { path } = context.workspace();
    return {
      searches: searchNames(path)
        .flatMap((name) => searchOf(path, name))
        .toReversed(),
    };
  },
} satisfies Partial<Handlers>;

function searchOf(workspace: string, search: string): Search[] {
  const file = readSearch(workspace, search);
  if (!file) return [];
  const { created, method, minutes, seed, ranges, best, run } = file;
  const last = new Map(readTrials(workspace, search).map((line) => [line.trial, line]));
  const trials = [...last.values()].sort(byMerit).map((line) => trialOf(line, run !== null));
  const kept = run !== null && hasConfig(workspace, run) ? run : null;
  return [{ search, created, method, minutes, seed, ranges, trials, best, run: kept }];
}

/** A trial that was still in the race when a search ended was stopped by that. */
function trialOf({ loss: _loss, spent: _spent, ...line }: TrialLine, ended: boolean): Trial {
  return {
    ...line,
    state: ended && line.state === 'running' ? 'stopped' : line.state,
    validationNdcg10: Float32Array.from(line.validationNdcg10, (value) => value ?? Number.NaN),
    validationLoss: Float32Array.from(line.validationLoss, (value) => value ?? Number.NaN),
  };
}
