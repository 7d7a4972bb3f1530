import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../shared/contract/jobs.ts';
import { useFormat } from '../../base/format.ts';
import { messageOf } from '../../base/message-of.ts';
import { jobShare } from '../../components/job-share.ts';
import { stageText, unitText } from '../../components/job-texts.ts';

/** Progress of a running job, amount of a finished one, or error of a failed one. */
export function JobOutcome({ job }: { job: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (job.state === 'failed') {
    const { message, hint } = messageOf(job.error, t);
    return (
      <Text size="sm">
        {message}{' '}
        <Text span inherit c="dimmed">
          {hint}
        </Text>
      </Text>
    );
  }
  const { progress, secondsLeft } = job;
  if (job.state === 'done' && progress) {
    return (
      <Text size="sm" c="dimmed">
        {progress.unit === 'seconds'
          ? format.duration(progress.done)
          : `${format.number(progress.done)} ${unitText(t, progress.unit)}`}
      </Text>
    );
  }
  if (job.state !== 'running') return null;
  const stage = stageText(t, job.kind, progress?.stage);
  return (
    <Stack gap={4} miw={160}>
      <Text size="sm" c="dimmed">
        {stage}
        {secondsLeft !== null && ` · ${t('jobs.left', { time: format.duration(secondsLeft) })}`}
      </Text>
      <Progress size="sm" value={100 * (jobShare(job) ?? 1)} animated={!progress} aria-label={stage} />
    </Stack>
  );
}
