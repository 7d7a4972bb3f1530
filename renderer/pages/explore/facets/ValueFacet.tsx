import { Button, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facet } from '../../../../shared/contract/explore.ts';
import { type Format, useFormat } from '../../../base/format.ts';
import { categoryShown } from '../../../components/category-shown.ts';
import { type FacetValue, ValueBars } from '../../../facets/ValueBars.tsx';
import { activeValues, toggleValue } from '../../../rules/facet-values.ts';
import type { FacetProps } from './facet-props.ts';

/** A facet with a list of values. */
type ListedFacet = Exclude<Facet, { edges: unknown } | { kind: 'hour' }>;

import type { ClusterLooks } from '../use-cluster-looks.ts';

interface ValueFacetProps extends FacetProps<ListedFacet> {
  /** Names and colours of the map's clusters. */
  clusters: ClusterLooks;
  onHover: (value: string | null) => void;
  /** Requests more values than have been loaded. */
  onMore: () => void;
}

/** Number of values shown initially. */
const FEW = 6;

/** Values of a facet, the most frequent first; pressing one toggles it as a condition of the selection. */
export function ValueFacet(props: ValueFacetProps) {
  const { facet, totals, compared, conditions, clusters, onChange, onHover, onMore } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const active = activeValues(conditions, facet);
  const values = valuesOf(facet, clusters, active, labelIn(t, format));
  const listed = all ? values : values.filter(({ active: isActive }, i) => i < FEW || isActive);
  const hidden = values.length - listed.length + furtherOf(facet);
  return (
    <>
      <ValueBars
        values={listed}
        totals={totals}
        compared={compared}
        onToggle={(value, additive) => onChange(toggleValue(conditions, facet, value, additive))}
        onHover={facet.kind === 'cluster' ? onHover : undefined}
      />
      {values.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('facets.noValues')}
        </Text>
      )}
      {(all ? values.length > FEW : hidden > 0) && (
        <Button
          variant="subtle"
          size="compact-xs"
          mt={4}
          onClick={() => {
            setAll(!all);
            if (!all) onMore();
          }}
        >
          {all ? t('facets.less') : t('facets.more', { count: hidden, number: format.number(hidden) })}
        </Button>
      )}
    </>
  );
}

const furtherOf = (facet: ListedFacet) => (facet.kind === 'cluster' ? 0 : facet.further);

/** Returns the function that labels a value: an action by its chosen name, a category without a name by its number. */
const labelIn = (t: TFunction, format: Format) => (facet: ListedFacet, value: string) =>
  facet.kind === 'action' ? format.action(value) : facet.kind === 'category' ? categoryShown(t, value) : value;

function valuesOf(
  facet: ListedFacet,
  clusters: ValueFacetProps['clusters'],
  active: ReadonlySet<string>,
  labelOf: (facet: ListedFacet, value: string) => string,
): FacetValue[] {
  const names = facet.kind === 'cluster' ? Array.from(facet.clusters, String) : facet.values;
  const values = names.map((key, i): FacetValue => {
    const cluster = facet.kind === 'cluster' ? clusters.get(Number(key)) : undefined;
    const label = cluster?.name ?? labelOf(facet, key);
    return {
      key,
      label,
      fullName: label === key || cluster ? undefined : `${label} (${key})`,
      colour: cluster?.colour,
      active: active.has(key),
      selected: facet.selected[i] ?? 0,
      everyone: facet.everyone[i] ?? 0,
    };
  });
  if (facet.kind !== 'cluster') return values;
  return values.sort((a, b) => b.selected - a.selected || b.everyone - a.everyone);
}
