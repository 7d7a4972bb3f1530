import { lazy } from 'react';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { PageProps } from '../../base/route.ts';
import { Redirect } from '../../components/Redirect.tsx';
import { useCall } from '../../engine/use-call.ts';
import { RequireEvents } from '../../training/RequireEvents.tsx';
import { useTrainingJobs } from '../../training/use-training-jobs.ts';

// These are loaded when they are shown: a visit shows one of them.
const Models = lazy(async () => ({ default: (await import('./Models.tsx')).Models }));
const ComparePage = lazy(async () => ({ default: (await import('./compare/ComparePage.tsx')).ComparePage }));
const NewModel = lazy(async () => ({ default: (await import('./NewModel.tsx')).NewModel }));
const BehaviourRun = lazy(async () => ({ default: (await import('./run/BehaviourRun.tsx')).BehaviourRun }));
const SearchPage = lazy(async () => ({ default: (await import('./search/SearchPage.tsx')).SearchPage }));

/** Pages of models: their list, the form of a new one, one run, a comparison and a search. */
export default function ModelPage({ route: { id, query } }: PageProps) {
  const { compare, search, new: form, tab, ...others } = query;
  if (form === 'predict') return <Redirect page="predictions" id="new" />;
  if (form === 'texts') return <Redirect page="texts" id="new" query={others} />;
  return (
    <RequireEvents>
      {(workspace) => {
        if (compare !== undefined) return <ComparePage key={compare} runs={compare.split(',')} />;
        if (search !== undefined) return <SearchPage key={search} name={search} />;
        if (id !== null) return <BehaviourRun key={id} id={id} tab={tab} />;
        if (form !== undefined) return <NewModel workspace={workspace} searching={form === 'search'} />;
        return <ModelsOrForm workspace={workspace} />;
      }}
    </RequireEvents>
  );
}

/** The list of models; before there is any, the form that trains the first one. */
function ModelsOrForm({ workspace }: { workspace: WorkspaceInfo }) {
  const runs = useCall('train.runs', {}).data?.runs;
  const { activeJob, behaviour } = useTrainingJobs();
  const searches = useCall('train.searches', {}).data?.searches;
  const empty = runs?.length === 0 && searches?.length === 0 && !activeJob && !behaviour.result;
  return empty ? <NewModel workspace={workspace} searching={false} /> : <Models />;
}
