import { Alert, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '../../../../shared/contract/ingest.ts';
import { isField } from '../../../../shared/domain/mapping.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import { FileFacts } from './FileFacts.tsx';
import { FileOptions } from './FileOptions.tsx';
import { fileName } from './import-files.ts';
import { MappingForm } from './MappingForm.tsx';
import { previewInput } from './preview-input.ts';

interface FileCardProps {
  file: ImportFile;
  onChange: (file: ImportFile) => void;
  onRemove: () => void;
}

/** One file: what it seems to hold, and what the user says of it. */
export function FileCard({ file, onChange, onRemove }: FileCardProps) {
  const { t } = useTranslation();
  const { data: preview, error } = useCall('ingest.preview', previewInput(file), { keep: true });
  return (
    <Paper withBorder p="lg" component="section" aria-label={fileName(file.file)}>
      <Stack gap="lg">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2}>{fileName(file.file)}</Title>
          <Button size="xs" variant="default" onClick={onRemove}>
            {t('importing.remove')}
          </Button>
        </Group>
        {error && <ErrorNotice error={error} />}
        {!preview && !error && <Skeleton height={220} aria-label={t('importing.reading')} />}
        {preview && (
          <>
            <FileFacts preview={preview} />
            <FileOptions file={file} preview={preview} onChange={onChange} />
            {preview.layout === 'sequences' ? (
              <Text c="dimmed">{t('importing.sequences')}</Text>
            ) : (
              <>
                <MappingForm file={file} preview={preview} onChange={onChange} />
                <ColumnsTable preview={preview} />
              </>
            )}
            {preview.missing.length > 0 && <Incomplete missing={preview.missing} />}
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Incomplete({ missing }: { missing: readonly string[] }) {
  const { t } = useTranslation();
  const names = missing.map((field) => (isField(field) ? t(`importing.fields.${field}`) : field));
  return (
    <Alert color="orange" icon={<IconInfoCircle />}>
      {t('importing.incomplete', { fields: names.join(', ') })}
    </Alert>
  );
}
