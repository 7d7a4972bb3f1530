import { Anchor, Button, Modal, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '../../../shared/contract/import-records.ts';
import { baseName } from '../../base/base-name.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useCall } from '../../engine/use-call.ts';
import { RejectedRows } from './import/RejectedRows.tsx';

/** All imports, with their time and row counts; rejected rows open in a dialog. */
export function Imports() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error } = useCall('ingest.imports', {});
  const [shownImport, setShownImport] = useState<ImportRecord | null>(null);
  const figure = (key: 'rows' | 'events' | 'duplicates', header: string) => ({
    key,
    header,
    cell: (row: ImportRecord) => format.number(row[key]),
    sort: (row: ImportRecord) => row[key],
    numeric: true,
  });
  return (
    <Stack gap="sm">
      <Title order={2}>{t('data.imports')}</Title>
      {error && <ErrorNotice error={error} />}
      <DataTable
        label={t('data.imports')}
        rows={data?.imports ?? []}
        rowKey={(row) => String(row.import)}
        pageSize={10}
        columns={[
          {
            key: 'file',
            header: t('data.file'),
            cell: (row) => (
              <Anchor href={hashOf('data', `imports/${row.import}`)} inherit fw={500}>
                {baseName(row.file)}
              </Anchor>
            ),
            sort: (row) => baseName(row.file),
          },
          { key: 'kind', header: t('data.kind'), cell: (row) => t(`data.kinds.${row.kind}`) },
          {
            key: 'imported',
            header: t('data.imported'),
            cell: (row) => format.dateTime(row.imported),
            sort: (row) => row.imported,
          },
          figure('rows', t('data.rows')),
          figure('events', t('data.eventsAdded')),
          figure('duplicates', t('data.duplicates')),
          {
            key: 'rejected',
            header: t('data.rejected'),
            cell: (row) =>
              row.rejected === 0 ? (
                format.number(0)
              ) : (
                <Button size="compact-sm" variant="subtle" onClick={() => setShownImport(row)}>
                  {t('data.see', { count: row.rejected })}
                </Button>
              ),
            exported: (row) => row.rejected,
            sort: (row) => row.rejected,
            numeric: true,
          },
        ]}
      />
      {shownImport && (
        <Modal
          opened
          onClose={() => setShownImport(null)}
          size="xl"
          title={t('data.rejectedOf', { file: baseName(shownImport.file) })}
          closeButtonProps={{ 'aria-label': t('terms.close') }}
        >
          <RejectedRows id={shownImport.import} />
        </Modal>
      )}
    </Stack>
  );
}
