import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../shared/domain/rule.ts';
import { useFormat } from '../base/format.ts';
import { clusterName } from '../components/cluster-names.ts';
import { useCall } from '../engine/use-call.ts';
import { describeRule } from './describe-rule.ts';

/**
 * Returns a function that describes a rule in the language of the page. Clusters of `map`, by default the newest, are
 * shown by name, others by number.
 */
export function useRuleText(map?: string | null): (rule: Rule) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const newestMap = useCall('map.list', {}, { enabled: !map }).data?.maps[0]?.id;
  const namedMap = map ?? newestMap;
  const clusters = useCall('map.clusters', { map: namedMap ?? '' }, { enabled: namedMap !== undefined }).data?.clusters;
  return useMemo(() => {
    const nameOf = (mapId: string, cluster: number) => {
      const info = mapId === namedMap ? clusters?.find(({ id }) => id === cluster) : undefined;
      return info ? clusterName(t, info.name) : null;
    };
    return (rule) => describeRule(rule, { t, format, clusterName: nameOf });
  }, [t, format, namedMap, clusters]);
}
