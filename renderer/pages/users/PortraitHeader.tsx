import { Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { MeasureName } from '../../../shared/contract/profile.ts';
import { useFormat } from '../../base/format.ts';
import { clusterName } from '../../components/cluster-names.ts';
import { usePalette } from '../../components/use-palette.ts';
import { Swatch } from '../../map/MapLegend.tsx';
import { categoryColour, mapPalette } from '../../map/palette.ts';
import { MeasureFigure } from './MeasureFigure.tsx';

/** Summary of a user: cluster, attributes, and the five measures. */
export function PortraitHeader({ data }: { data: Output<'profile.user'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = mapPalette(usePalette().dark);
  const formatMeasure = (name: MeasureName, value: number) =>
    name === 'monetary' ? format.money(value) : format.number(value);
  return (
    <Stack gap="md">
      <Group gap="xs">
        {data.cluster && (
          <Badge
            size="lg"
            variant="outline"
            color="gray"
            tt="none"
            fw={600}
            leftSection={<Swatch colour={categoryColour(palette, data.cluster.id)} />}
          >
            <Text span inherit c="var(--mantine-color-text)">
              {clusterName(t, data.cluster.name)}
            </Text>
          </Badge>
        )}
        {[...data.attributes].map(([name, value]) => (
          <Badge key={name} size="lg" variant="light" color="gray" tt="none" fw={500}>
            {t('terms.traitOf', { of: name, name: value })}
          </Badge>
        ))}
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }} spacing="md">
        {MeasureName.options.map((name) => {
          const { value, quintile } = data.measures[name];
          return (
            <MeasureFigure
              key={name}
              label={t(`terms.measures.${name}`)}
              help={`${t(`terms.measureHelp.${name}`)} ${t('users.quintileHelp')}`}
              value={value === null ? t('terms.none') : formatMeasure(name, value)}
              {...(name === 'recency' && value !== null ? { unit: t('users.daysUnit') } : {})}
              {...(name === 'monetary' && value !== data.gross
                ? { unit: t('users.grossUnit', { money: format.money(data.gross) }) }
                : {})}
              quintile={quintile}
            />
          );
        })}
      </SimpleGrid>
    </Stack>
  );
}
