import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Search, Trial } from '../../../../shared/contract/runs.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { settingName, useSettingText } from '../../../training/setting-text.ts';

interface Change {
  setting: string;
  before: string;
  after: string;
}

/** Settings in which the best trial differs from the search's base configuration. */
export function BestTrialTable({ search, best }: { search: Search; best: Trial }) {
  const { t } = useTranslation();
  const text = useSettingText();
  const before = new Map<string, string | number | boolean | readonly string[] | null>(Object.entries(search.config));
  const changes: Change[] = Object.entries(best.settings)
    .filter(([setting, value]) => before.get(setting) !== value)
    .map(([setting, value]) => ({
      setting,
      before: text(setting, before.get(setting) ?? null),
      after: text(setting, value),
    }));
  return (
    <Stack gap="xs">
      <Title order={2}>{t('model.search.changes')}</Title>
      {changes.length === 0 ? (
        <Text c="dimmed">{t('model.search.noChanges')}</Text>
      ) : (
        <DataTable
          label={t('model.search.changes')}
          rows={changes}
          rowKey={({ setting }) => setting}
          columns={[
            { key: 'setting', header: t('model.setting'), cell: ({ setting }) => settingName(t, setting) },
            { key: 'before', header: t('model.search.before'), cell: (change) => change.before, numeric: true },
            { key: 'after', header: t('model.search.after'), cell: (change) => change.after, numeric: true },
          ]}
        />
      )}
    </Stack>
  );
}
