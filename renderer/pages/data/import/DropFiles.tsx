import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface DropFilesProps {
  /** Fraction uploaded, 0 to 1; null while no upload runs. */
  uploadProgress: number | null;
  onChoose: () => void;
}

/** Invitation to drop exports, which the whole window takes (`DropOverlay`), and the file picker. */
export function DropFiles({ uploadProgress, onChoose }: DropFilesProps) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="xl" style={{ borderStyle: 'dashed' }}>
      <Stack align="center" gap="md" py="xl">
        <IconFileUpload size={44} stroke={1.4} color="var(--mantine-primary-color-filled)" aria-hidden />
        <Stack gap={4} align="center">
          <Text fw={600} size="lg">
            {t('data.import.drop')}
          </Text>
          <Text c="dimmed" size="sm" ta="center">
            {t('data.import.dropHelp')}
          </Text>
        </Stack>
        {uploadProgress === null ? (
          <Group>
            <Button onClick={onChoose}>{t('data.import.choose')}</Button>
          </Group>
        ) : (
          <Stack gap={6} w={320}>
            <Text size="sm" ta="center">
              {t('data.import.uploading')}
            </Text>
            <Progress value={100 * uploadProgress} aria-label={t('data.import.uploading')} />
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}
