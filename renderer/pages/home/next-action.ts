import { nextStep, type Step, type WorkspaceProgress } from '../../components/workflow.ts';
import type { OutOfDateKind } from './out-of-date.ts';

/** What to do next: a step of the workflow, the renewal of a result, or exploring once all is up to date. */
export type NextAction = Step | 'renewModel' | 'renewProfiles' | 'renewMap' | 'explore';

const renewals: Readonly<Record<OutOfDateKind, NextAction>> = {
  model: 'renewModel',
  profiles: 'renewProfiles',
  map: 'renewMap',
  segments: 'explore',
};

/**
 * Returns the first step without a result; else the first result to renew. Segments are not renewed: their members are
 * those of the time when they were saved.
 */
export function nextAction(progress: WorkspaceProgress, outOfDate: readonly { kind: OutOfDateKind }[]): NextAction {
  const [first] = outOfDate;
  return nextStep(progress) ?? (first ? renewals[first.kind] : 'explore');
}
