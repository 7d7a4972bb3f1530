import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BoundSteps } from './BoundSteps.tsx';
import { RowSteps } from './RowSteps.tsx';
import { SessionTimeout } from './SessionTimeout.tsx';
import type { StepProps } from './step-props.ts';
import { ValueSteps } from './ValueSteps.tsx';

/** Cleaning steps of an import; all are off by default. */
export function CleaningForm(props: StepProps) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('data.cleaning.title')}>
      <Stack gap="md">
        <Stack gap={2}>
          <Title order={2}>{t('data.cleaning.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('data.cleaning.description')}
          </Text>
        </Stack>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing={40}>
          <Stack gap="md">
            <RowSteps {...props} />
            <SessionTimeout {...props} />
          </Stack>
          <Stack gap="md">
            <BoundSteps {...props} />
            <ValueSteps {...props} />
          </Stack>
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}
