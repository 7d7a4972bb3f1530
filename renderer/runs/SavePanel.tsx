import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { baseName } from '../base/base-name.ts';
import { useFormat } from '../base/format.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { ExportNotice } from '../components/ExportNotice.tsx';
import { JobStatus } from '../components/JobStatus.tsx';
import { useCall } from '../engine/use-call.ts';
import { useJob } from '../engine/use-job.ts';
import { host } from '../host/host.ts';
import type { Run } from './run-facts.ts';

/**
 * Exports a run as a checkpoint for other programs: as a folder if the host can show one, else as a ZIP file to
 * download.
 */
export function SavePanel({ run }: { run: Run }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useCall('train.run', { run: run.id });
  const { job, active, result, error, start } = useJob('model.save');
  const hasWordFieldOnly = data?.config.fields.join() === 'word';
  const impossible = run.kind === 'text' && data !== undefined && !hasWordFieldOnly;
  const textKey = impossible ? 'runs.saveNot' : run.kind === 'text' ? 'runs.saveText' : 'runs.saveField';
  return (
    <Paper withBorder p="md" component="section" aria-label={t('runs.elsewhere')}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Stack gap={2}>
            <Title order={2}>{t('runs.elsewhere')}</Title>
            <Text size="sm" c="dimmed">
              {run.kind === 'behaviour' && `${t('runs.saveText')} `}
              {t(textKey)}
            </Text>
          </Stack>
          <Button
            size="xs"
            variant="default"
            flex="none"
            disabled={impossible}
            loading={active}
            onClick={() => start({ run: run.id, zip: host.exportTarget === 'download' })}
            leftSection={<IconPackageExport size={15} aria-hidden />}
          >
            {t('runs.saveCheckpoint')}
          </Button>
        </Group>
        {error !== null && <ErrorNotice error={error} />}
        {!active && <JobStatus job={job} />}
        {result?.run === run.id && (
          <ExportNotice
            title={t('runs.savedTitle')}
            text={[
              t('runs.saved', {
                architecture: result.architecture,
                pieces: format.number(result.pieces),
                file: baseName(result.folder),
              }),
              result.padding === 'left' ? t('runs.padLeft') : '',
            ].join(' ')}
            name={baseName(result.folder)}
          />
        )}
      </Stack>
    </Paper>
  );
}
