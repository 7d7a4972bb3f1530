import { Code, Drawer, Skeleton, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isActive, type Job } from '../../../shared/contract/jobs.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { kindText } from '../../components/job-texts.ts';
import { useCall } from '../../engine/use-call.ts';

/** Interval at which the log of a running job is reloaded, in milliseconds. */
const REFRESH_INTERVAL = 2000;

/**
 * A line of a stack trace, hidden from the reader but kept in the log file. A log is plain text, in which only V8's
 * syntax, which is the same in every language, marks such a line.
 */
const STACK_FRAME = /^\s+at /;

/** The log of a job; it is reloaded while the job is active. */
export function LogViewer({ job, onClose }: { job: Job; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall('jobs.log', { job: job.id });
  const active = isActive(job);
  useEffect(() => {
    void refetch();
    if (!active) return;
    const timer = setInterval(() => void refetch(), REFRESH_INTERVAL);
    return () => clearInterval(timer);
  }, [active, refetch]);
  const lines = data?.lines.filter((line) => !STACK_FRAME.test(line));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('jobs.logOf', { job: kindText(t, job.kind) })}
      closeButtonProps={{ 'aria-label': t('terms.close') }}
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
