import type { Output } from '../../shared/contract/index.ts';

export type Run = Output<'train.runs'>['runs'][number];

/** Returns the title of a run if it has one, else its ID. */
export const runTitle = ({ id, title }: { id: string; title: string }) => (title === '' ? id : title);

/**
 * Whether a run was trained on behaviour and can therefore have profiles, a map and predictions; other runs are trained
 * on texts.
 */
export const isBehaviourRun = ({ kind }: { kind: Run['kind'] }) => kind === 'behaviour';

/** Returns the page that shows a run. */
export const pageOf = (run: { kind: Run['kind'] }) => (isBehaviourRun(run) ? 'models' : 'texts');

/** Whether events were imported after a run was trained, so that it does not include them. */
export function isStale(run: { created: number }, imports: readonly { kind: string; imported: number }[]): boolean {
  return imports.some(({ kind, imported }) => kind === 'events' && imported > run.created);
}
