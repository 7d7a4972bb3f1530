import { Anchor, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FileResult, ImportResult } from '../../../../shared/contract/ingest.ts';
import { baseName } from '../../../base/base-name.ts';
import { useFormat } from '../../../base/format.ts';
import { hashOf } from '../../../base/route.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { Counts } from '../report/Counts.tsx';
import { ImportReport } from '../report/ImportReport.tsx';
import { SkippedTables } from './SkippedTables.tsx';

interface ImportSummaryProps {
  result: ImportResult;
  onMore: () => void;
}

/** Result of an import: its figures, and the report of its file, or a table of files with links to their reports. */
export function ImportSummary({ result, onMore }: ImportSummaryProps) {
  const { t } = useTranslation();
  const [firstFile, ...otherFiles] = result.files;
  return (
    <Stack gap="lg">
      <Paper withBorder p="lg">
        <Stack gap="md">
          <Group justify="space-between">
            <Group gap="xs">
              <IconCircleCheckFilled color="var(--mantine-color-teal-6)" aria-hidden />
              <Title order={2}>{t('data.import.doneTitle')}</Title>
            </Group>
            <Group gap="sm">
              <Button variant="default" onClick={onMore}>
                {t('data.import.more')}
              </Button>
              <Button component="a" href={hashOf('data')}>
                {t('data.import.finish')}
              </Button>
            </Group>
          </Group>
          <Counts counts={result} />
          <SkippedTables tables={result.skippedTables} />
        </Stack>
      </Paper>
      {firstFile && otherFiles.length === 0 ? (
        firstFile.import !== null && <ImportReport record={{ ...firstFile, import: firstFile.import }} />
      ) : (
        <FilesTable files={result.files} />
      )}
    </Stack>
  );
}

function FilesTable({ files }: { files: readonly FileResult[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (key: 'rows' | 'events' | 'metadataRows' | 'duplicates' | 'dropped' | 'rejected') => ({
    key,
    header: t(`data.report.${key}`),
    cell: (file: FileResult) => format.number(file[key]),
    sort: (file: FileResult) => file[key],
    numeric: true,
  });
  const name = ({ file, source }: FileResult) => [baseName(file), source.inner].filter(Boolean).join(' · ');
  return (
    <Stack gap="sm">
      <Title order={2}>{t('data.report.perFile')}</Title>
      <DataTable
        label={t('data.report.perFile')}
        rows={files}
        rowKey={(file) => `${name(file)} ${file.import}`}
        columns={[
          {
            key: 'file',
            header: t('data.file'),
            cell: (file) =>
              file.import === null ? (
                name(file)
              ) : (
                <Anchor href={hashOf('data', `imports/${file.import}`)} inherit fw={500}>
                  {name(file)}
                </Anchor>
              ),
            sort: name,
          },
          { key: 'kind', header: t('data.kind'), cell: (file) => t(`data.kinds.${file.kind}`) },
          figure('rows'),
          figure('events'),
          figure('metadataRows'),
          figure('duplicates'),
          figure('dropped'),
          figure('rejected'),
        ]}
      />
    </Stack>
  );
}
