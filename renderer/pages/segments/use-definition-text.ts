import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../shared/contract/segment.ts';
import { useFormat } from '../../base/format.ts';
import { clusterName } from '../../components/cluster-names.ts';
import { useCall } from '../../engine/use-call.ts';
import { describeRule } from '../../rules/describe-rule.ts';

/** Says in words who a definition means, and of what kind it is. Clusters of the newest map are called by their names. */
export function useDefinitionText(map?: string | null): (definition: Definition) => { kind: string; text: string } {
  const { t } = useTranslation();
  const format = useFormat();
  const maps = useCall('map.list', {}).data?.maps;
  const named = map ?? maps?.[0]?.id;
  const clusters = useCall('map.clusters', { map: named ?? '' }, { enabled: named !== undefined }).data?.clusters;
  return useMemo(() => {
    const nameOf = (of: string, cluster: number) => {
      const found = of === named ? clusters?.find(({ id }) => id === cluster) : undefined;
      return found ? clusterName(t, found.name) : null;
    };
    const mapName = (id: string) => {
      const found = maps?.find((one) => one.id === id);
      return found ? format.moment(found.created) : t('segments.unknownMap');
    };
    return (definition) => {
      if ('rule' in definition) {
        return { kind: t('segments.byRule'), text: describeRule(definition.rule, { t, format, clusterName: nameOf }) };
      }
      if ('lasso' in definition) {
        return { kind: t('segments.byLasso'), text: t('segments.lassoText', { map: mapName(definition.lasso.map) }) };
      }
      const { map: of, cluster } = definition.cluster;
      const name = nameOf(of, cluster) ?? String(cluster);
      return { kind: t('segments.byCluster'), text: t('segments.clusterText', { name, map: mapName(of) }) };
    };
  }, [t, format, maps, named, clusters]);
}
