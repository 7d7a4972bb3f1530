import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import { isField } from '../../../../shared/domain/mapping.ts';
import { useFormat } from '../../../base/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { ShareBar } from './ShareBar.tsx';

/** Share of the imported rows in which each field is filled. */
export function Completeness({ report: { rows, completeness } }: { report: QualityReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (rows === 0 || completeness.length === 0) return null;
  const name = (field: string) => (isField(field) ? t(`data.fields.${field}`) : field);
  const [leastFilled] = [...completeness].sort((a, b) => a.filled - b.filled);
  const summary =
    !leastFilled || leastFilled.filled === rows
      ? t('data.report.complete', { count: completeness.length })
      : t('data.report.incomplete', {
          field: name(leastFilled.field),
          share: format.percent(leastFilled.filled / rows),
        });
  return (
    <Paper withBorder p="md" component="section" aria-label={t('data.report.completeness')}>
      <Stack gap="sm">
        <Title order={2}>{t('data.report.completeness')}</Title>
        <Text size="sm" c="dimmed">
          {t('data.report.completenessText')} {summary}
        </Text>
        <DataTable
          label={t('data.report.completeness')}
          rows={completeness}
          rowKey={({ field }) => field}
          columns={[
            {
              key: 'field',
              header: t('data.report.field'),
              cell: ({ field }) => name(field),
              sort: ({ field }) => name(field),
              width: 200,
            },
            { key: 'bar', header: t('data.report.share'), cell: ({ filled }) => <ShareBar share={filled / rows} /> },
            {
              key: 'share',
              header: t('data.report.filled'),
              cell: ({ filled }) => format.percent(filled / rows),
              sort: ({ filled }) => filled,
              numeric: true,
              width: 120,
            },
            {
              key: 'empty',
              header: t('data.report.empty'),
              cell: ({ filled }) => format.number(rows - filled),
              sort: ({ filled }) => rows - filled,
              numeric: true,
              width: 140,
            },
          ]}
        />
      </Stack>
    </Paper>
  );
}
