import { Alert, Box, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Preview } from '../../../../shared/contract/import-preview.ts';
import { isField } from '../../../../shared/domain/mapping.ts';
import { PresetSelect } from './PresetSelect.tsx';

interface MissingFieldsNoticeProps {
  file: ImportFile;
  preview: Preview;
  onChange: (file: ImportFile) => void;
}

/** Names the required fields that are not mapped yet, and offers to choose a preset instead. */
export function MissingFieldsNotice({ file, preview, onChange }: MissingFieldsNoticeProps) {
  const { t } = useTranslation();
  const names = preview.missing.map((field) => (isField(field) ? t(`data.fields.${field}`) : field));
  return (
    <Stack gap="md">
      <Alert color="orange" icon={<IconInfoCircle />}>
        {t('data.import.incomplete', { fields: names.join(', ') })}
      </Alert>
      <Box maw={420}>
        <PresetSelect file={file} preview={preview} onChange={onChange} label={t('data.import.orPreset')} />
      </Box>
    </Stack>
  );
}
