import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { baseName } from '../../../base/base-name.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { useWorkspace } from '../../../engine/use-workspace.ts';
import { type PersonalColumn, personalColumns } from '../personal-columns.ts';
import { Section } from '../Section.tsx';

/** Where data is stored, and how the personal columns of each imported file were stored. */
export function Privacy() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { data } = useCall('ingest.imports', {}, { enabled: workspace != null });
  const columns = personalColumns(data?.imports ?? []);
  return (
    <Section title={t('settings.privacy.title')}>
      <List size="sm" spacing={4}>
        <List.Item>{t('settings.privacy.local')}</List.Item>
        <List.Item>{t('settings.privacy.secret')}</List.Item>
        <List.Item>{t('settings.privacy.logs')}</List.Item>
      </List>
      {data && columns.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('settings.privacy.none')}
        </Text>
      )}
      {columns.length > 0 && (
        <DataTable<PersonalColumn>
          label={t('settings.privacy.columns')}
          rows={columns}
          rowKey={({ import: id, column }) => `${id} ${column}`}
          pageSize={10}
          columns={[
            { key: 'column', header: t('settings.privacy.column'), cell: ({ column }) => column },
            { key: 'file', header: t('settings.privacy.file'), cell: ({ file }) => baseName(file) },
            {
              key: 'choice',
              header: t('settings.privacy.choice'),
              cell: ({ choice }) => t(`settings.privacy.choices.${choice}`),
            },
          ]}
        />
      )}
    </Section>
  );
}
