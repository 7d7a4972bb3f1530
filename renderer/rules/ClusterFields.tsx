import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clusterName } from '../components/cluster-names.ts';
import { useCall } from '../engine/use-call.ts';
import type { ClusterDraft } from './draft.ts';
import { MapSelect } from './MapSelect.tsx';

interface ClusterFieldsProps {
  condition: ClusterDraft;
  onChange: (condition: ClusterDraft) => void;
}

/** Fields of a condition on cluster membership: a map and one of its clusters. */
export function ClusterFields({ condition, onChange }: ClusterFieldsProps) {
  const { t } = useTranslation();
  const { map, cluster } = condition;
  const isKnown = useCall('map.list', {}).data?.maps.some(({ id }) => id === map) ?? false;
  const clusters = useCall('map.clusters', { map }, { enabled: isKnown }).data?.clusters;
  return (
    <>
      <MapSelect value={map} onChange={(id) => onChange({ ...condition, map: id, cluster: '' })} />
      <Select
        size="xs"
        w={260}
        aria-label={t('terms.cluster')}
        data={clusters?.map(({ id, name }) => ({ value: String(id), label: clusterName(t, name) })) ?? []}
        value={cluster === '' ? null : String(cluster)}
        onChange={(id) => onChange({ ...condition, cluster: id === null ? '' : Number(id) })}
        allowDeselect={false}
        error={cluster === ''}
      />
    </>
  );
}
