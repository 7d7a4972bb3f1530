import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconChartPie } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../../base/route.ts';

/** The way to the page about all customers. */
export function CustomersCard() {
  const { t } = useTranslation();
  return (
    <Paper withBorder px="md" py="sm" component="section" aria-label={t('customers.title')}>
      <Group justify="space-between" wrap="nowrap">
        <Group wrap="nowrap" gap="sm">
          <IconChartPie size={22} stroke={1.5} aria-hidden />
          <Stack gap={0}>
            <Title order={2}>{t('customers.title')}</Title>
            <Text size="sm" c="dimmed">
              {t('customers.home')}
            </Text>
          </Stack>
        </Group>
        <Anchor href={hashOf('customers')} style={{ whiteSpace: 'nowrap' }}>
          {t('customers.open')}
        </Anchor>
      </Group>
    </Paper>
  );
}
