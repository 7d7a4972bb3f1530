import { Code, Drawer, Skeleton, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../shared/contract/jobs.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { kindText } from '../../components/job-texts.ts';
import { isActive } from '../../engine/jobs-store.ts';
import { useCall } from '../../engine/use-call.ts';

/** How often the log of a running job is read again, in milliseconds. */
const EVERY = 2000;

/** Where in the code something failed: of no use to a reader, and kept in the log's file. */
const IN_CODE = /^\s+at /;

/** What a job has logged; it follows a job that runs. */
export function LogViewer({ job, onClose }: { job: Job; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall('jobs.log', { job: job.id });
  const active = isActive(job);
  useEffect(() => {
    void refetch();
    if (!active) return;
    const timer = setInterval(() => void refetch(), EVERY);
    return () => clearInterval(timer);
  }, [active, refetch]);
  const lines = data?.lines.filter((line) => !IN_CODE.test(line));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('jobs.logOf', { job: kindText(t, job.kind) })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {error ? (
        <ErrorNotice error={error} />
      ) : !lines ? (
        <Skeleton height={200} />
      ) : lines.length === 0 ? (
        <Text c="dimmed">{t('jobs.logEmpty')}</Text>
      ) : (
        <Code block style={{ whiteSpace: 'pre-wrap' }}>
          {lines.join('\n')}
        </Code>
      )}
    </Drawer>
  );
}
