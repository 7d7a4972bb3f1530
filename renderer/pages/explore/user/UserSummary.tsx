import { Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { MeasureName } from '../../../../shared/contract/profile.ts';
import { portraitSummary } from '../../../../shared/texts/portrait/summary.ts';
import { useFormat } from '../../../base/format.ts';
import { clusterName } from '../../../components/cluster-names.ts';
import { itemTitle } from '../../../components/item-title.ts';
import { Swatch } from '../../../map/MapLegend.tsx';

interface UserSummaryProps {
  data: Output<'profile.user'>;
  colourOf: (cluster: number) => string | undefined;
}

/** Number of interests shown per kind. */
const FEW = 3;

/** Summary of a user: cluster, attributes, measures and strongest interests. */
export function UserSummary({ data, colourOf }: UserSummaryProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const colour = data.cluster ? colourOf(data.cluster.id) : undefined;
  return (
    <Stack gap="sm">
      {data.cluster && (
        <Group gap={8} wrap="nowrap">
          {colour !== undefined && <Swatch colour={colour} />}
          <Text size="sm" fw={500}>
            {clusterName(t, data.cluster.name)}
          </Text>
        </Group>
      )}
      <Text size="sm">{portraitSummary(data, i18n.language, format)}</Text>
      {data.attributes.size > 0 && (
        <Group gap={4}>
          {[...data.attributes].map(([name, value]) => (
            <Badge key={name} variant="light" color="gray" tt="none" fw={500}>
              {t('terms.traitOf', { of: name, name: value })}
            </Badge>
          ))}
        </Group>
      )}
      <Measures measures={data.measures} />
      <Interests {...data.interests} />
    </Stack>
  );
}

function Measures({ measures }: { measures: Output<'profile.user'>['measures'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = (name: MeasureName, value: number | null) => {
    if (value === null) return t('terms.none');
    if (name === 'recency') return t('terms.days', { count: Math.round(value) });
    return name === 'monetary' ? format.money(value) : format.number(value);
  };
  return (
    <SimpleGrid cols={3} spacing="xs" verticalSpacing="xs" component="dl" m={0}>
      {MeasureName.options.map((name) => (
        <div key={name}>
          <Text component="dt" size="xs" c="dimmed">
            {t(`terms.measures.${name}`)}
          </Text>
          <Text component="dd" m={0} fw={600}>
            {text(name, measures[name].value)}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

/** Interests with the most evidence; items only if there are no categories. */
function Interests({ categories, brands, items }: Output<'profile.user'>['interests']) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const strongest = [...(categories.length > 0 ? categories : items).slice(0, FEW), ...brands.slice(0, FEW)];
  if (strongest.length === 0) return null;
  return (
    <div>
      <Text component="h3" size="xs" c="dimmed" fw={500} m={0}>
        {t('users.interests')}
      </Text>
      {strongest.map(({ name, title, titleEn, low }) => (
        <Group key={name} justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm" truncate>
            {itemTitle(i18n.language, { item: name, title, titleEn })}
          </Text>
          <Text size="sm" fw={500} flex="none">
            {t('terms.times', { value: format.number(low, 1) })}
          </Text>
        </Group>
      ))}
    </div>
  );
}
