import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageProps } from '../../base/route.ts';
import { NotFound } from '../../components/NotFound.tsx';
import { Redirect } from '../../components/Redirect.tsx';
import { useCall } from '../../engine/use-call.ts';
import { RunPage } from '../../runs/RunPage.tsx';
import { isBehaviourRun } from '../../runs/run-facts.ts';
import { RequireEvents, TrainingSkeleton } from '../../training/RequireEvents.tsx';

// Loaded when they are shown, because a visit shows only one of them.
const NewTextModel = lazy(async () => ({ default: (await import('./NewTextModel.tsx')).NewTextModel }));
const Rating = lazy(async () => ({ default: (await import('./Rating.tsx')).Rating }));
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

function TextRun({ id, tab }: { id: string; tab: string | undefined }) {
  const { t } = useTranslation();
  const { data, error, isFetching } = useCall('train.runs', {});
  const run = data?.runs.find((candidate) => candidate.id === id);
  if (run && isBehaviourRun(run)) return <Redirect page="models" id={id} {...(tab ? { query: { tab } } : {})} />;
  if (run) {
    return (
      <RunPage run={run} tab={tab}>
        <Rating run={run} />
      </RunPage>
    );
  }
  if (isFetching || (!data && error === null)) return <TrainingSkeleton height={480} />;
  return <NotFound name={id} to="models" label={t('terms.allRuns')} />;
}
