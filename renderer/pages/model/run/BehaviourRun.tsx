import { useTranslation } from 'react-i18next';
import { NotFound } from '../../../components/NotFound.tsx';
import { Redirect } from '../../../components/Redirect.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { RunPage } from '../../../runs/RunPage.tsx';
import { isBehaviourRun } from '../../../runs/run-facts.ts';
import { TrainingSkeleton } from '../../../training/RequireEvents.tsx';
import { EvaluationPanel } from './EvaluationPanel.tsx';
import { ProfileQualityPanel } from './ProfileQualityPanel.tsx';
import { ProfilesPanel } from './ProfilesPanel.tsx';

interface BehaviourRunProps {
  id: string;
  tab: string | undefined;
}

/** Page of a run on behaviour; redirects to the page of a prediction or of a run on texts, if `id` is one. */
export function BehaviourRun({ id, tab }: BehaviourRunProps) {
  const { t } = useTranslation();
  const runs = useCall('train.runs', {});
  const predictions = useCall('prediction.list', {});
  const run = runs.data?.runs.find((candidate) => candidate.id === id);
  if (run && isBehaviourRun(run)) {
    return (
      <RunPage run={run} tab={tab}>
        <EvaluationPanel run={run} />
        <ProfilesPanel run={run} />
        <ProfileQualityPanel run={run} />
      </RunPage>
    );
  }
  const loading = [runs, predictions].some(({ data, error, isFetching }) => isFetching || (!data && error === null));
  if (run) return <Redirect page="texts" id={id} {...(tab ? { query: { tab } } : {})} />;
  if (predictions.data?.predictions.some(({ run: name }) => name === id)) {
    return <Redirect page="predictions" id={id} />;
  }
  if (loading) return <TrainingSkeleton height={480} />;
  return <NotFound name={id} to="models" label={t('terms.allRuns')} />;
}
