import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../components/NotFound.tsx';
import { Redirect } from '../../components/Redirect.tsx';
import { useCall } from '../../engine/use-call.ts';
import { RunPage } from '../../runs/RunPage.tsx';
import { isBehaviourRun } from '../../runs/run-facts.ts';
import { TrainingSkeleton } from '../../training/RequireEvents.tsx';

// Loaded when the tab is opened.
const Rating = lazy(async () => ({ default: (await import('./Rating.tsx')).Rating }));

/** Page of a text model. The id of a behaviour model redirects to that model’s page. */
export function TextRun({ id, tab }: { id: string; tab: string | undefined }) {
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
