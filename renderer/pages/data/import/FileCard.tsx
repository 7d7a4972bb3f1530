import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExaminedFile, Remedy } from '../../../../shared/contract/examine.ts';
import type { ImportFile } from '../../../../shared/contract/ingest.ts';
import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { Findings } from '../doctor/Findings.tsx';
import { FileFacts } from './FileFacts.tsx';
import { FileTabs } from './FileTabs.tsx';
import { fileName } from './import-files.ts';
import { Incomplete } from './MissingFieldsNotice.tsx';
import { stillNeeded } from './missing-fields.ts';
import { PresetSelect } from './PresetSelect.tsx';
import { previewInput } from './preview-input.ts';
import { TableChoice } from './TableChoice.tsx';

interface FileCardProps {
  file: ImportFile;
  cleaning: Cleaning;
  /** What the doctor said of the file's tables; empty before it was asked. */
  examined: readonly ExaminedFile[];
  onChange: (file: ImportFile) => void;
  onRemedy: (remedy: Remedy) => void;
  onSplit: (tables: readonly string[]) => void;
  onRemove: () => void;
}

/** One file: what it seems to hold, what the doctor found in it, and what the user says of it. */
export function FileCard({ file, cleaning, examined, onChange, onRemedy, onSplit, onRemove }: FileCardProps) {
  const { t } = useTranslation();
  const { data: preview, error } = useCall('ingest.preview', previewInput(file), { keep: true });
  const name = file.inner === undefined ? fileName(file.file) : `${fileName(file.file)} · ${file.inner}`;
  return (
    <Paper withBorder p="lg" component="section" aria-label={name}>
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Title>
          <Button size="xs" variant="default" onClick={onRemove} style={{ flexShrink: 0 }}>
            {t('importing.remove')}
          </Button>
        </Group>
        {error && <ErrorNotice error={error} />}
        {!preview && !error && <Skeleton height={220} aria-label={t('importing.reading')} />}
        {preview && (
          <>
            <FileFacts preview={preview} />
            {preview.tables.length > 1 && (
              <TableChoice file={file} tables={preview.tables} onChange={onChange} onSplit={onSplit} />
            )}
            {stillNeeded(file, preview).length > 0 && <Incomplete file={file} preview={preview} onChange={onChange} />}
            {examined.map((one) => (
              <TableFindings key={one.name} of={one} isOne={examined.length === 1}>
                <Findings problems={one.problems} asked={{ file, cleaning }} onRemedy={onRemedy} />
              </TableFindings>
            ))}
            {preview.layout === 'sequences' ? (
              <Stack maw={420}>
                <Text c="dimmed">{t('importing.sequences')}</Text>
                <PresetSelect file={file} preview={preview} onChange={onChange} label={t('importing.preset')} />
              </Stack>
            ) : (
              <FileTabs
                file={file}
                preview={preview}
                examined={examined.length === 1 ? examined[0] : undefined}
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
  of: ExaminedFile;
  /** Whether the file is one table, which then need not be named. */
  isOne: boolean;
  children: ReactNode;
}

function TableFindings({ of, isOne, children }: TableFindingsProps) {
  const { t } = useTranslation();
  if (of.problems.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={t('doctor.findingsOf', { name: of.name })}>
      {!isOne && (
        <Title order={3} fz="md">
          {of.name}
        </Title>
      )}
      {children}
    </Stack>
  );
}
