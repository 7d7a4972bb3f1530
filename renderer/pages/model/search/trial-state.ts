import type { Search, Trial } from '../../../../shared/contract/runs.ts';
import type { search as english } from '../../../locales/en/model/search.ts';

export type TrialState = keyof typeof english.states;

/** Returns the state of a trial to show; `currentTrial` is the trial that the search's job is training. */
export function trialState(
  { best, job }: Pick<Search, 'best' | 'job'>,
  { trial, state }: Pick<Trial, 'trial' | 'state'>,
  currentTrial: number | undefined,
): TrialState {
  if (trial === best) return 'best';
  if (job === null) return state === 'running' ? 'left' : state;
  return trial === currentTrial ? 'training' : state;
}
