import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { Interests } from './Interests.tsx';
import { MonthChart } from './MonthChart.tsx';
import { WeekGrid } from './WeekGrid.tsx';

/** A user's interests, times of activity, and nearest users. */
export function Portrait({ data }: { data: Output<'profile.user'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { categories, brands, items } = data.interests;
  return (
    <Stack gap="lg">
      <Paper withBorder p="md">
        <Title order={2}>{t('users.interests')}</Title>
        <Text size="sm" c="dimmed" mb="md">
          {t('users.interestsHelp')}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xl">
          <Interests title={t('users.categories')} interests={categories} />
          <Interests title={t('users.brands')} interests={brands} />
          <Interests title={t('users.items')} interests={items} />
        </SimpleGrid>
      </Paper>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Paper withBorder p="md">
          <Title order={2} mb="sm">
            {t('users.week', { zone: format.eventZone })}
          </Title>
          {data.hours.length > 0 ? <WeekGrid hours={data.hours} /> : <Text c="dimmed">{t('users.noClock')}</Text>}
        </Paper>
        <Paper withBorder p="md">
          <Title order={2} mb="sm">
            {t('users.months')}
          </Title>
          {data.months.length > 0 ? (
            <MonthChart months={data.months} counts={data.monthly} />
          ) : (
            <Text c="dimmed">{t('users.noDates')}</Text>
          )}
        </Paper>
      </SimpleGrid>
      <Nearest nearest={data.nearest} />
    </Stack>
  );
}

function Nearest({ nearest }: { nearest: Output<'profile.user'>['nearest'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Paper withBorder p="md">
      <Title order={2}>{t('users.nearest')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t(nearest.length > 0 ? 'users.nearestHelp' : 'users.nearestNone')}
      </Text>
      <Group gap="lg">
        {nearest.map(({ user, cosine }) => (
          <Group key={user} gap={6}>
            <Anchor href={hashOf('users', user)}>{user}</Anchor>
            <Text size="sm" c="dimmed">
              {format.number(cosine, 2)}
            </Text>
          </Group>
        ))}
      </Group>
    </Paper>
  );
}
