import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageProps } from '../../base/route.ts';
import { NotFound } from '../../components/NotFound.tsx';
import { Redirect } from '../../components/Redirect.tsx';
import { useCall } from '../../engine/use-call.ts';
import { pageOf } from '../../runs/run-facts.ts';
import { RequireEvents, TrainingSkeleton } from '../../training/RequireEvents.tsx';
import { ComparePage } from './compare/ComparePage.tsx';
import { Models } from './Models.tsx';
import { SearchPage } from './search/SearchPage.tsx';

/** Model page: train, compare and search for models. */
export default function ModelPage({ route: { id, query } }: PageProps) {
  const { compare, search, new: form, ...others } = query;
  if (form === 'predict') return <Redirect page="predictions" id="new" />;
  if (form === 'texts') return <Redirect page="texts" id="new" query={others} />;
  return (
    <RequireEvents>
      {(workspace) => {
        if (compare !== undefined) return <ComparePage key={compare} runs={compare.split(',')} />;
        if (search !== undefined) return <SearchPage key={search} name={search} />;
        const models = <Models workspace={workspace} selectedId={id} formRequested={form !== undefined} />;
        return id === null ? models : <BehaviourRun id={id}>{models}</BehaviourRun>;
      }}
    </RequireEvents>
  );
}

/** Redirects to the page of a prediction or of a run on texts, if `id` is one; else renders its children. */
function BehaviourRun({ id, children }: { id: string; children: ReactNode }) {
  const { t } = useTranslation();
  const runs = useCall('train.runs', {});
  const predictions = useCall('prediction.list', {});
  const loading = [runs, predictions].some(({ data, error }) => !data && error === null);
  if (loading) return <TrainingSkeleton height={480} />;
  if (predictions.data?.predictions.some(({ run }) => run === id)) return <Redirect page="predictions" id={id} />;
  const run = runs.data?.runs.find((candidate) => candidate.id === id);
  if (runs.data && !runs.isFetching && !run) return <NotFound name={id} to="models" label={t('terms.allRuns')} />;
  return run && pageOf(run) === 'texts' ? <Redirect page="texts" id={id} /> : children;
}
