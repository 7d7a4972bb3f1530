import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RejectedRows } from '../import/RejectedRows.tsx';

/** The rows that an import set aside. */
export function Rejected({ of }: { of: { import: number; file: string; rejected: number } }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" component="section" aria-label={t('report.rejectedRows')}>
      <Group justify="space-between">
        <Title order={2}>{t('report.rejectedRows')}</Title>
      </Group>
      {of.rejected === 0 ? <Text c="dimmed">{t('report.rejectedNone')}</Text> : <RejectedRows id={of.import} />}
    </Stack>
  );
}
