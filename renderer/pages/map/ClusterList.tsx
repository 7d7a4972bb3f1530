import { Badge, Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClusterInfo, Trait } from '../../../shared/contract/map.ts';
import { useFormat } from '../../base/format.ts';
import { clusterName, traitName } from '../../components/cluster-names.ts';
import { Swatch } from '../../map/MapLegend.tsx';
import { categoryColour, type MapPalette } from '../../map/palette.ts';
import classes from './ClusterList.module.css';

interface ClusterListProps {
  clusters: readonly ClusterInfo[];
  /** Number of users on the map. */
  total: number;
  /** Colours of the clusters; null if the points are coloured by something else. */
  palette: MapPalette | null;
  onHover: (cluster: number | null) => void;
  onSelect: (cluster: number) => void;
}

/** The clusters of a map in descending order of size, each with its distinguishing traits. */
export function ClusterList({ clusters, total, palette, onHover, onSelect }: ClusterListProps) {
  const { t } = useTranslation();
  const sortedClusters = [...clusters].sort((a, b) => b.size - a.size);
  return (
    <Stack gap="xs" component="section" aria-label={t('map.clusters')}>
      {sortedClusters.map((cluster) => (
        <UnstyledButton
          key={cluster.id}
          className={classes.cluster}
          onMouseEnter={() => onHover(cluster.id)}
          onMouseLeave={() => onHover(null)}
          onFocus={() => onHover(cluster.id)}
          onBlur={() => onHover(null)}
          onClick={() => onSelect(cluster.id)}
        >
          <ClusterHeader cluster={cluster} total={total} colour={palette && categoryColour(palette, cluster.id)} />
          <Traits traits={cluster.traits} inset={palette ? 18 : 0} />
        </UnstyledButton>
      ))}
      {clusters.length === 0 && (
        <Paper withBorder p="md">
          <Text size="sm" c="dimmed">
            {t('map.noClusters')}
          </Text>
        </Paper>
      )}
    </Stack>
  );
}

function ClusterHeader({ cluster, total, colour }: { cluster: ClusterInfo; total: number; colour: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group gap={8} wrap="nowrap" align="baseline">
      {colour !== null && <Swatch colour={colour} />}
      <Text size="sm" fw={600} flex={1} lineClamp={2}>
        {clusterName(t, cluster.name)}
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
    <Group gap={4} mt={6} pl={inset}>
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
