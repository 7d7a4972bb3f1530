import type { PageProps } from '../../base/route.ts';
import { RequireEvents } from '../../training/RequireEvents.tsx';
import { TextModels } from './TextModels.tsx';

/** Page of models of texts; the id `new` opens the form that trains one, beginning with the run `from`, if given. */
export default function TextsPage({ route: { id, query } }: PageProps) {
  const formRequested = id === 'new';
  return (
    <RequireEvents>
      {() => (
        <TextModels selectedId={formRequested ? null : id} formRequested={formRequested} baseRun={query.from ?? null} />
      )}
    </RequireEvents>
  );
}
