import { nextStep, type Step, type WorkspaceProgress } from '../../components/workflow.ts';
import type { OutOfDateKind } from './out-of-date.ts';

/** The next action: a step of the workflow, the renewal of a result, or exploring if everything is up to date. */
export type NextAction = Step | 'renewModel' | 'renewProfiles' | 'renewMap' | 'explore';

const renewals: Readonly<Record<OutOfDateKind, NextAction>> = {
  model: 'renewModel',
  profiles: 'renewProfiles',
  map: 'renewMap',
  segments: 'explore',
};

/**
 * Returns the first workflow step without a result, otherwise the first result to renew. Segments are not renewed,
 * because their members are those at the time of saving.
 */
export function nextAction(progress: WorkspaceProgress, outOfDate: readonly { kind: OutOfDateKind }[]): NextAction {
  const [first] = outOfDate;
  return nextStep(progress) ?? (first ? renewals[first.kind] : 'explore');
}
