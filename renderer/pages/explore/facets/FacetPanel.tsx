import { Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facet } from '../../../../shared/contract/explore.ts';
import type { Rule } from '../../../../shared/domain/rule.ts';
import { useFormat } from '../../../base/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { FacetCard } from '../../../facets/FacetCard.tsx';
import { type Conjunction, withReplaced } from '../../../rules/conjunction.ts';
import { isAbout, topicKey } from '../../../rules/facet-topic.ts';
import type { ClusterLooks } from '../use-cluster-looks.ts';
import { BinFacet } from './BinFacet.tsx';
import { byOrder, facetTitle } from './facet-titles.ts';
import { totalsOf } from './facet-totals.ts';
import { ValueFacet } from './ValueFacet.tsx';

interface FacetPanelProps {
  /** The rule that is sent to the engine. */
  rule: Rule | null;
  conditions: Conjunction;
  map: string | null;
  clusters: ClusterLooks;
  onChange: (conditions: Conjunction) => void;
  onHoverCluster: (cluster: number | null) => void;
}

/** Maximum number of values per facet, initially and after more are requested. */
const LIMIT = 12;
const LARGE_LIMIT = 200;

/**
 * The facets of the selection: the distribution of its users compared with all users; each narrows or widens the
 * selection.
 */
export function FacetPanel({ rule, conditions, map, clusters, onChange, onHoverCluster }: FacetPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [limit, setLimit] = useState(LIMIT);
  const { data, error, isPlaceholderData } = useCall('explore.facets', { rule, map, limit }, { keepPrevious: true });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <Waiting />;
  const card = (facet: Facet) => {
    const own = conditions.some((condition) => isAbout(facet, condition));
    const title = facetTitle(facet, t, format);
    const common = {
      title,
      totals: totalsOf(facet, data, own),
      compared: conditions.length > 0,
      conditions,
      onChange,
    };
    const clear = () => onChange(withReplaced(conditions, (condition) => isAbout(facet, condition), []));
    return (
      <FacetCard key={topicKey(facet)} title={title} busy={isPlaceholderData} onClear={own ? clear : null}>
        {'edges' in facet || facet.kind === 'hour' ? (
          <BinFacet {...common} facet={facet} />
        ) : (
          <ValueFacet
            {...common}
            facet={facet}
            clusters={clusters}
            onHover={(value) => onHoverCluster(value === null ? null : Number(value))}
            onMore={() => setLimit(LARGE_LIMIT)}
          />
        )}
      </FacetCard>
    );
  };
  return (
    <Stack gap={8} component="section" aria-label={t('facets.title')}>
      {[...data.facets].sort(byOrder).map(card)}
    </Stack>
  );
}

function Waiting() {
  return (
    <Stack gap={8}>
      {[180, 120, 90, 90].map((height, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
        <Skeleton key={i} height={height} />
      ))}
    </Stack>
  );
}
