import type { Handlers } from '../../../../shared/contract/handlers.ts';
import type { Search, Trial } from '../../../../shared/contract/runs.ts';
import type { JobsContext } from '../../jobs/manager.ts';
import { hasConfig } from '../../runs/run-files.ts';
import { isRun } from '../../store/models/runs.ts';
import type { WorkspaceContext } from '../../store/workspace-context.ts';
import { compareTrials, readSearch, readTrials, searchNames, type TrialLine } from './search-files.ts';

export const searchHandlers = {
  'train.searches': (_input, context) => ({
    searches: searchNames(context.workspace().path)
      .flatMap((name) => searchOf(context, name))
      .toReversed(),
  }),
} satisfies Partial<Handlers<WorkspaceContext & JobsContext>>;

function searchOf(context: WorkspaceContext & JobsContext, search: string): Search[] {
  const { db, path } = context.workspace();
  const file = readSearch(path, search);
  if (!file) return [];
  const { created, method, minutes, seed, config, ranges, best, run } = file;
  const hasRun = run !== null && isRun(db, run);
  const ended = run !== null && (hasRun || !hasConfig(path, run));
  const lastLines = new Map(readTrials(path, search).map((line) => [line.trial, line]));
  const trials = [...lastLines.values()].sort(compareTrials).map((line) => trialOf(line, ended));
  const job = context.jobs().openJobReferringTo(search)?.id ?? null;
  return [
    { search, created, method, minutes, seed, config, ranges, trials, job, ended, best, run: hasRun ? run : null },
  ];
}

/** A trial that was still running when its search ended counts as stopped. */
function trialOf({ loss: _loss, spent: _spent, ...line }: TrialLine, ended: boolean): Trial {
  return {
    ...line,
    state: ended && line.state === 'running' ? 'stopped' : line.state,
    validationNdcg10: Float32Array.from(line.validationNdcg10, (value) => value ?? Number.NaN),
    validationLoss: Float32Array.from(line.validationLoss, (value) => value ?? Number.NaN),
  };
}
