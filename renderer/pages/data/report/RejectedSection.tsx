import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { baseName } from '../../../base/base-name.ts';
import { useFormat } from '../../../base/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ExportNotice } from '../../../components/ExportNotice.tsx';
import { useAction } from '../../../engine/use-action.ts';
import { call } from '../../../engine/use-call.ts';
import { RejectedRows } from '../import/RejectedRows.tsx';

/** Rejected rows of an import, with the button that exports them as CSV for correction. */
export function RejectedSection({ record: of }: { record: { import: number; rejected: number } }) {
  const { t } = useTranslation();
  const format = useFormat();
  const saving = useAction(() => call('ingest.rejectedCsv', { import: of.import }));
  const file = saving.done && baseName(saving.done.file);
  return (
    <Stack gap="sm" component="section" aria-label={t('data.report.rejectedRows')}>
      <Group justify="space-between">
        <Title order={2}>{t('data.report.rejectedRows')}</Title>
        {of.rejected > 0 && (
          <Button
            variant="default"
            loading={saving.busy}
            onClick={() => void saving.start()}
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          >
            {t('data.report.saveCsv')}
          </Button>
        )}
      </Group>
      {saving.error !== null && <ErrorNotice error={saving.error} />}
      {saving.done && file && (
        <ExportNotice
          text={t('data.report.rejectedSaved', { file, rows: format.number(saving.done.rows) })}
          name={file}
        />
      )}
      {of.rejected === 0 ? <Text c="dimmed">{t('data.report.rejectedNone')}</Text> : <RejectedRows id={of.import} />}
    </Stack>
  );
}
