import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../../../shared/contract/runs.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { settingName, useSettingText } from '../../../training/setting-text.ts';
import { comparedRunName } from './compared-run-name.ts';

/** Settings in which the runs differ. */
export function DifferencesTable({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const text = useSettingText();
  return (
    <Stack gap="xs">
      <Title order={2}>{t('model.compare.settings')}</Title>
      {comparison.differences.length === 0 ? (
        <Text c="dimmed">{t('model.compare.sameSettings')}</Text>
      ) : (
        <DataTable
          label={t('model.compare.settings')}
          rows={comparison.differences}
          rowKey={({ setting }) => setting}
          columns={[
            { key: 'setting', header: t('model.setting'), cell: ({ setting }) => settingName(t, setting) },
            ...comparison.runs.map(({ run }, at) => ({
              key: run,
              header: comparedRunName(comparison, run),
              cell: ({ setting, values }: Comparison['differences'][number]) => text(setting, values[at] ?? null),
              numeric: true,
            })),
          ]}
        />
      )}
    </Stack>
  );
}
