import { Code, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../base/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { reasonText } from '../reason-text.ts';

const SHOWN = 500;

/** Rejected rows of an import, each with its line number and the reason. */
export function RejectedRows({ id }: { id: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error } = useCall('ingest.rejected', { import: id, limit: SHOWN });
  if (!data) return error ? <ErrorNotice error={error} /> : <Skeleton height={120} />;
  return (
    <Stack gap="xs">
      {data.total > data.rows.length && (
        <Text size="sm" c="dimmed">
          {t('data.import.rejectedMore', { shown: format.number(data.rows.length), total: format.number(data.total) })}
        </Text>
      )}
      <DataTable
        label={t('data.import.rejectedRows')}
        rows={data.rows}
        rowKey={(row) => `${row.line} ${reasonText(t, row.reason)}`}
        pageSize={20}
        columns={[
          {
            key: 'line',
            header: t('data.import.line'),
            cell: (row) => format.number(row.line),
            sort: (row) => row.line,
            numeric: true,
            width: 110,
          },
          {
            key: 'reason',
            header: t('data.import.reason'),
            cell: (row) => reasonText(t, row.reason),
            sort: (row) => reasonText(t, row.reason),
          },
          {
            key: 'text',
            header: t('data.import.text'),
            cell: (row) => (
              <Code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{row.text.slice(0, 300)}</Code>
            ),
          },
        ]}
      />
    </Stack>
  );
}
