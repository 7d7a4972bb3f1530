import { ActionIcon, Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClusterInfo, Trait } from '../../../shared/contract/map.ts';
import { useFormat } from '../../base/format.ts';
import { traitName } from '../../components/cluster-names.ts';
import { Swatch } from '../../map/MapLegend.tsx';
import type { Conjunction } from '../../rules/conjunction.ts';
import { activeValues } from '../../rules/facet-values.ts';
import classes from './ClusterList.module.css';
import layout from './explore.module.css';
import type { ClusterLook, ClusterLooks } from './use-cluster-looks.ts';

// Loaded when the dialog is opened.
const RenameCluster = lazy(async () => ({ default: (await import('./RenameCluster.tsx')).RenameCluster }));

interface ClusterListProps {
  clusters: readonly ClusterInfo[];
  /** Number of users on the map. */
  total: number;
  looks: ClusterLooks;
  conditions: Conjunction;
  map: string | null;
  onHover: (cluster: number | null) => void;
  onToggle: (cluster: number, additive: boolean) => void;
}

/**
 * The clusters of a map with their traits, by descending size. Clicking a cluster selects its users. Each can be
 * renamed.
 */
export function ClusterList({ clusters, total, looks, conditions, map, onHover, onToggle }: ClusterListProps) {
  const { t } = useTranslation();
  const sortedClusters = [...clusters].sort((a, b) => b.size - a.size);
  const [renamed, setRenamed] = useState<number | null>(null);
  const active = map === null ? new Set() : activeValues(conditions, { kind: 'cluster', map });
  return (
    <section className={layout.clusters} aria-label={t('map.clusters')}>
      {sortedClusters.map((cluster) => (
        <div key={cluster.id} className={classes.frame}>
          <UnstyledButton
            className={classes.cluster}
            aria-pressed={active.has(String(cluster.id))}
            onMouseEnter={() => onHover(cluster.id)}
            onMouseLeave={() => onHover(null)}
            onFocus={() => onHover(cluster.id)}
            onBlur={() => onHover(null)}
            onClick={(event) => onToggle(cluster.id, event.shiftKey || event.ctrlKey || event.metaKey)}
          >
            <ClusterHeader cluster={cluster} total={total} look={looks.get(cluster.id)} />
            <Traits traits={cluster.traits} inset={looks.get(cluster.id)?.colour === undefined ? 0 : 18} />
          </UnstyledButton>
          <ActionIcon
            className={classes.rename}
            size="sm"
            variant="subtle"
            color="gray"
            title={t('map.rename')}
            aria-label={t('map.renameOf', { name: looks.get(cluster.id)?.name })}
            onClick={() => setRenamed(cluster.id)}
          >
            <IconPencil size={14} stroke={1.6} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {renamed !== null && map !== null && (
        <Suspense>
          <RenameCluster
            map={map}
            cluster={renamed}
            name={looks.get(renamed)?.name ?? ''}
            onClose={() => setRenamed(null)}
          />
        </Suspense>
      )}
      {clusters.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('map.noClusters')}
        </Text>
      )}
    </section>
  );
}

function ClusterHeader({
  cluster,
  total,
  look,
}: {
  cluster: ClusterInfo;
  total: number;
  look: ClusterLook | undefined;
}) {
  const format = useFormat();
  return (
    <Group gap={8} wrap="nowrap" align="baseline">
      {look?.colour !== undefined && <Swatch colour={look.colour} />}
      <Text size="sm" fw={600} flex={1} lineClamp={2}>
        {look?.name}
      </Text>
      <Text size="sm">{format.number(cluster.size)}</Text>
      <Text size="xs" c="dimmed" w={42} ta="right">
        {format.percent(cluster.size / Math.max(1, total), 0)}
      </Text>
    </Group>
  );
}

const MAX_TRAITS = 4;

function Traits({ traits, inset }: { traits: readonly Trait[]; inset: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group gap={4} mt={6} pl={inset} pr={24}>
      {traits.slice(0, MAX_TRAITS).map((trait) => (
        <Badge
          key={`${trait.kind}/${trait.of}/${trait.name}`}
          size="sm"
          variant="light"
          color="gray"
          tt="none"
          fw={500}
          maw="100%"
        >
          {traitName(t, trait)}
          {trait.kind !== 'measure' && ` ${t('map.eventsTimes', { value: format.number(trait.lift, 1) })}`}
        </Badge>
      ))}
    </Group>
  );
}
