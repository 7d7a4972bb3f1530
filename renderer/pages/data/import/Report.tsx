import { Button, Group, Paper, SimpleGrid, Stack, Title } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../../../shared/contract/ingest.ts';
import { useFormat } from '../../../app/format.ts';
import { hashOf } from '../../../app/route.ts';
import { Figure } from '../../../components/Figure.tsx';
import { fileName } from './import-files.ts';
import { RejectedRows } from './RejectedRows.tsx';

/** How an import went, down to the rows that were set aside. */
export function Report({ result }: { result: ImportResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="lg">
      <Paper withBorder p="lg">
        <Stack gap="md">
          <Group justify="space-between">
            <Group gap="xs">
              <IconCircleCheckFilled color="var(--mantine-color-teal-6)" aria-hidden />
              <Title order={2}>{t('importing.doneTitle')}</Title>
            </Group>
            <Button component="a" href={hashOf('data')}>
              {t('importing.finish')}
            </Button>
          </Group>
          <SimpleGrid cols={{ base: 3, xl: 6 }}>
            <Figure label={t('importing.rows')} value={format.number(result.rows)} help={t('importing.rowsHelp')} />
            <Figure label={t('importing.events')} value={format.number(result.events)} />
            <Figure
              label={t('importing.described')}
              value={format.number(result.described)}
              help={t('importing.describedHelp')}
            />
            <Figure
              label={t('importing.duplicates')}
              value={format.number(result.duplicates)}
              help={t('importing.duplicatesHelp')}
            />
            <Figure
              label={t('importing.rejected')}
              value={format.number(result.rejected)}
              help={t('importing.rejectedHelp')}
            />
            <Figure label={t('importing.seconds')} value={format.duration(result.seconds)} />
          </SimpleGrid>
        </Stack>
      </Paper>
      {result.files.map(
        (file) =>
          file.import !== null &&
          file.rejected > 0 && (
            <Stack key={file.file} gap="xs">
              <Title order={2}>{t('importing.rejectedOf', { file: fileName(file.file) })}</Title>
              <RejectedRows id={file.import} />
            </Stack>
          ),
      )}
    </Stack>
  );
}
