import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isActive, type Job } from '../../shared/contract/jobs.ts';
import { isReportable, messageOf } from '../base/message-of.ts';
import { notifyError } from '../base/notify.tsx';
import { hashOf } from '../base/route.ts';
import { call } from '../engine/use-call.ts';
import { CopyDiagnostics } from './CopyDiagnostics.tsx';
import { JobProgress } from './JobProgress.tsx';
import { kindText } from './job-texts.ts';

/** State of a page's job: its progress, or why it failed and how to resume it; nothing once it is done. */
export function JobStatus({ job }: { job: Job | undefined }) {
  const { t } = useTranslation();
  if (!job) return null;
  if (isActive(job)) {
    return <JobProgress job={job} onCancel={() => call('jobs.cancel', { job: job.id }).catch(notifyError)} />;
  }
  if (job.state !== 'failed') return null;
  const { message, hint } = messageOf(job.error, t);
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle />}
      title={t('jobs.failedJob', { job: kindText(t, job.kind) })}
    >
      <Text size="sm">{message}</Text>
      <Text size="sm">{hint}</Text>
      <Group mt="sm" gap="md">
        {job.resumable && (
          <Button size="xs" variant="default" onClick={() => call('jobs.resume', { job: job.id }).catch(notifyError)}>
            {t('jobs.resume')}
          </Button>
        )}
        <Anchor size="sm" c="inherit" underline="always" href={hashOf('jobs', job.id)}>
          {t('jobs.log')}
        </Anchor>
        {isReportable(job.error) && <CopyDiagnostics />}
      </Group>
    </Alert>
  );
}
