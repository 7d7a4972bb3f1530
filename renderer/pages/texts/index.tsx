import { lazy } from 'react';
import type { PageProps } from '../../base/route.ts';
import { RequireEvents } from '../../training/RequireEvents.tsx';

// Loaded when they are shown, because a visit shows only one of them.
const NewTextModel = lazy(async () => ({ default: (await import('./NewTextModel.tsx')).NewTextModel }));
const TextRun = lazy(async () => ({ default: (await import('./TextRun.tsx')).TextRun }));
const TextTrainings = lazy(async () => ({ default: (await import('./TextTrainings.tsx')).TextTrainings }));

/**
 * Pages of text models. The id `new` opens the form of a new one, which starts from the run `from`, if given, and
 * imports a checkpoint with `learn=checkpoint`; any other id is a run; without an id, the current training.
 */
export default function TextsPage({ route: { id, query } }: PageProps) {
  return (
    <RequireEvents>
      {() => {
        if (id === null) return <TextTrainings />;
        if (id !== 'new') return <TextRun key={id} id={id} tab={query.tab} />;
        return <NewTextModel checkpoint={query.learn === 'checkpoint'} baseRun={query.from ?? null} />;
      }}
    </RequireEvents>
  );
}
