import { Select } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { clusterName } from '../components/cluster-names.ts';
import { useCall } from '../engine/use-call.ts';
import type { ClusterDraft } from './draft.ts';

interface ClusterFieldsProps {
  condition: ClusterDraft;
  onChange: (condition: ClusterDraft) => void;
}

/** Fields of a condition on cluster membership: a map, initially the newest, and one of its clusters. */
export function ClusterFields({ condition, onChange }: ClusterFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const maps = useCall('map.list', {}).data?.maps;
  const { map, cluster } = condition;
  const clusters = useCall('map.clusters', { map }, { enabled: maps?.some(({ id }) => id === map) ?? false }).data
    ?.clusters;
  const newest = maps?.[0]?.id;

  useEffect(() => {
    if (map === '' && newest !== undefined) onChange({ ...condition, map: newest });
  }, [map, newest, condition, onChange]);

  return (
    <>
      {maps && maps.length !== 1 && (
        <Select
          size="xs"
          w={210}
          aria-label={t('rules.map')}
          data={maps.map(({ id, created }) => ({ value: id, label: format.dateTime(created) }))}
          value={map === '' ? null : map}
          onChange={(id) => id && onChange({ ...condition, map: id, cluster: '' })}
          allowDeselect={false}
          error={map === ''}
        />
      )}
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
