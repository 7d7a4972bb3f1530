import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExaminedFile, Remedy } from '../../../../shared/contract/examine.ts';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import { baseName } from '../../../base/base-name.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { Findings } from '../doctor/Findings.tsx';
import { FileFacts } from './FileFacts.tsx';
import { FileTabs } from './FileTabs.tsx';
import { MissingFieldsNotice } from './MissingFieldsNotice.tsx';
import { missingFields } from './missing-fields.ts';
import { PresetSelect } from './PresetSelect.tsx';
import { previewInput } from './preview-input.ts';
import { TableChoice } from './TableChoice.tsx';

interface FileCardProps {
  file: ImportFile;
  cleaning: Cleaning;
  /** Whether the first examination of the planned files is running. */
  examining: boolean;
  /** Examination results of the file's tables; empty before an examination. */
  examinedTables: readonly ExaminedFile[];
  onChange: (file: ImportFile) => void;
  onRemedy: (remedy: Remedy) => void;
  onSplit: (tables: readonly string[]) => void;
  onRemove: () => void;
}

/** One file to import: its preview, the problems that the doctor found, and its options. */
export function FileCard({
  file,
  cleaning,
  examining,
  examinedTables,
  onChange,
  onRemedy,
  onSplit,
  onRemove,
}: FileCardProps) {
  const { t } = useTranslation();
  const { data: preview, error } = useCall('ingest.preview', previewInput(file), { keepPrevious: true });
  const name = file.inner === undefined ? baseName(file.file) : `${baseName(file.file)} · ${file.inner}`;
  return (
    <Paper withBorder p="lg" component="section" aria-label={name}>
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Title>
          <Button size="xs" variant="default" onClick={onRemove} style={{ flexShrink: 0 }}>
            {t('data.import.remove')}
          </Button>
        </Group>
        {error && <ErrorNotice error={error} />}
        {!preview && !error && <Skeleton height={220} aria-label={t('data.import.reading')} />}
        {preview && (
          <>
            <FileFacts preview={preview} />
            {preview.tables.length > 1 && (
              <TableChoice file={file} tables={preview.tables} onChange={onChange} onSplit={onSplit} />
            )}
            {missingFields(file, preview).length > 0 && (
              <MissingFieldsNotice file={file} preview={preview} onChange={onChange} />
            )}
            {examining && <Skeleton height={160} aria-label={t('data.import.reading')} />}
            {examinedTables.map((table) => (
              <TableFindings key={table.name} table={table} isSingleTable={examinedTables.length === 1}>
                <Findings problems={table.problems} settings={{ file, cleaning }} onRemedy={onRemedy} />
              </TableFindings>
            ))}
            {preview.layout === 'sequences' ? (
              <Stack maw={420}>
                <Text c="dimmed">{t('data.import.sequences')}</Text>
                <PresetSelect file={file} preview={preview} onChange={onChange} label={t('data.import.preset')} />
              </Stack>
            ) : (
              <FileTabs
                file={file}
                preview={preview}
                examinedFile={examinedTables.length === 1 ? examinedTables[0] : undefined}
                onChange={onChange}
              />
            )}
          </>
        )}
      </Stack>
    </Paper>
  );
}

interface TableFindingsProps {
  table: ExaminedFile;
  /** Whether the file has a single table, whose name is then not shown. */
  isSingleTable: boolean;
  children: ReactNode;
}

function TableFindings({ table, isSingleTable, children }: TableFindingsProps) {
  const { t } = useTranslation();
  if (table.problems.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={t('data.doctor.findingsOf', { name: table.name })}>
      {!isSingleTable && (
        <Title order={3} fz="md">
          {table.name}
        </Title>
      )}
      {children}
    </Stack>
  );
}
