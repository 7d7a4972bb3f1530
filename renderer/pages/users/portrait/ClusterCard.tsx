import { Anchor, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useFormat } from '../../../base/format.ts';
import { hashOf } from '../../../base/route.ts';
import { Card } from '../../../components/Card.tsx';
import { clusterName } from '../../../components/cluster-names.ts';
import { MapThumbnail } from '../../../components/MapThumbnail.tsx';

const MEASURES = ['events', 'sessions', 'frequency', 'monetary'] as const;

type ClusterCardProps = Pick<Output<'profile.user'>, 'user' | 'cluster' | 'measures'>;

/**
 * Position of the user on the map, and the user’s measures beside the means of the cluster. Renders nothing without a
 * map.
 */
export function ClusterCard({ user, cluster, measures }: ClusterCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!cluster) return null;
  const { map, name, size, means, sketch, mark } = cluster;
  const text = (measure: (typeof MEASURES)[number], value: number, decimals: number) =>
    measure === 'monetary' ? format.money(value) : format.number(value, decimals);
  return (
    <Card title={t('users.cluster.title')}>
      <Stack gap={8}>
        <Group gap="sm" wrap="nowrap">
          <Anchor href={hashOf('explore', map, { user })} lh={0}>
            <MapThumbnail points={sketch} mark={mark} label={t('users.cluster.place', { user })} />
          </Anchor>
          <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <Text fw={600} size="sm">
              {clusterName(t, name)}
            </Text>
            <Text size="xs" c="dimmed">
              {t('terms.users', { count: size })}
            </Text>
          </div>
        </Group>
        <Table verticalSpacing={2} horizontalSpacing={0} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('terms.measure')}</Table.Th>
              <Table.Th ta="right">{t('terms.user')}</Table.Th>
              <Table.Th ta="right">{t('users.cluster.mean')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {MEASURES.map((measure) => (
              <Table.Tr key={measure}>
                <Table.Th fw={400} c="dimmed" scope="row">
                  {t(`terms.measures.${measure}`)}
                </Table.Th>
                <Table.Td ta="right">{text(measure, measures[measure].value ?? Number.NaN, 0)}</Table.Td>
                <Table.Td ta="right">{text(measure, means[measure], 1)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Card>
  );
}
