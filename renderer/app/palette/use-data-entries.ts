import { useTranslation } from 'react-i18next';
import { printRule } from '../../../shared/domain/rule-print.ts';
import { useFormat } from '../../base/format.ts';
import { notifyError } from '../../base/notify.tsx';
import { navigate, replaceRoute } from '../../base/use-route.ts';
import { clusterName } from '../../components/cluster-names.ts';
import { useCall } from '../../engine/use-call.ts';
import { openWorkspace, useWorkspace } from '../../engine/use-workspace.ts';
import { predictionTitle } from '../../predictions/prediction-title.ts';
import { pageOf, runTitle } from '../../runs/run-facts.ts';
import type { CommandTexts } from './command-texts.ts';
import type { Entry } from './entry.ts';

/** Returns an entry for each segment, cluster of the newest map, prediction and model, and for each other workspace. */
export function useDataEntries(texts: CommandTexts): Entry[] {
  const { t } = useTranslation();
  const format = useFormat();
  const workspace = useWorkspace();
  const enabled = workspace != null;
  const workspaces = useCall('workspace.list', {}).data?.workspaces ?? [];
  const segments = useCall('segment.list', {}, { enabled }).data?.segments ?? [];
  const predictions = useCall('prediction.list', {}, { enabled }).data?.predictions ?? [];
  const runs = useCall('train.runs', {}, { enabled }).data?.runs ?? [];
  const map = useCall('map.list', {}, { enabled }).data?.maps[0]?.id;
  const clusters = useCall('map.clusters', { map: map ?? '' }, { enabled: map !== undefined }).data?.clusters ?? [];
  return [
    ...segments.map(
      ({ name, size, rule }): Entry => ({
        key: `segment ${name}`,
        kind: 'segment',
        label: name,
        detail: t('terms.users', { count: size }),
        otherTexts: [rule],
        run: () => navigate('segments', name),
      }),
    ),
    ...clusters.map(
      ({ id, name, size }): Entry => ({
        key: `cluster ${map} ${id}`,
        kind: 'cluster',
        label: clusterName(t, name),
        detail: t('terms.users', { count: size }),
        run: () => map !== undefined && navigate('explore', map, { where: printRule({ map, cluster: id }) }),
      }),
    ),
    ...predictions.map(
      (prediction): Entry => ({
        key: `prediction ${prediction.run}`,
        kind: 'prediction',
        label: predictionTitle(t, prediction),
        detail: prediction.run,
        otherTexts: [prediction.run, prediction.note],
        run: () => navigate('predictions', prediction.run),
      }),
    ),
    ...runs.map(
      (run): Entry => ({
        key: `run ${run.id}`,
        kind: 'run',
        label: runTitle(run),
        detail: format.dateTime(run.created),
        otherTexts: [run.id, run.note],
        run: () => navigate(pageOf(run), run.id),
      }),
    ),
    ...workspaces
      .filter(({ path }) => path !== workspace?.path)
      .map(
        ({ name, path }): Entry => ({
          key: `workspace ${path}`,
          kind: 'workspace',
          label: name,
          detail: texts.switchTo,
          otherTexts: [path],
          run: () => {
            replaceRoute('home');
            openWorkspace(path).catch(notifyError);
          },
        }),
      ),
  ];
}
