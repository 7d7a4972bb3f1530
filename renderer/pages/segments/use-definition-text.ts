import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../shared/contract/segment.ts';
import { useFormat } from '../../base/format.ts';
import { clusterName } from '../../components/cluster-names.ts';
import { useCall } from '../../engine/use-call.ts';
import { describeRule } from '../../rules/describe-rule.ts';

/**
 * Returns a function that describes a definition and its kind as text. Clusters of `map`, by default the newest map,
 * are named; others are numbered.
 */
export function useDefinitionText(map?: string | null): (definition: Definition) => { kind: string; text: string } {
  const { t } = useTranslation();
  const format = useFormat();
  const maps = useCall('map.list', {}).data?.maps;
  const namedMap = map ?? maps?.[0]?.id;
  const clusters = useCall('map.clusters', { map: namedMap ?? '' }, { enabled: namedMap !== undefined }).data?.clusters;
  return useMemo(() => {
    const nameOf = (mapId: string, cluster: number) => {
      const clusterInfo = mapId === namedMap ? clusters?.find(({ id }) => id === cluster) : undefined;
      return clusterInfo ? clusterName(t, clusterInfo.name) : null;
    };
    const mapName = (id: string) => {
      const mapInfo = maps?.find((candidate) => candidate.id === id);
      return mapInfo ? format.dateTime(mapInfo.created) : t('segments.unknownMap');
    };
    return (definition) => {
      if ('rule' in definition) {
        return { kind: t('segments.byRule'), text: describeRule(definition.rule, { t, format, clusterName: nameOf }) };
      }
      if ('lasso' in definition) {
        return { kind: t('segments.byLasso'), text: t('segments.lassoText', { map: mapName(definition.lasso.map) }) };
      }
      const { map: mapId, cluster } = definition.cluster;
      const name = nameOf(mapId, cluster) ?? String(cluster);
      return { kind: t('segments.byCluster'), text: t('segments.clusterText', { name, map: mapName(mapId) }) };
    };
  }, [t, format, maps, namedMap, clusters]);
}
