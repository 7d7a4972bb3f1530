import { CloseButton, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../shared/contract/jobs.ts';
import { useFormat } from '../../base/format.ts';
import { notifyError } from '../../base/notify.tsx';
import { jobShare } from '../../components/job-share.ts';
import { kindText } from '../../components/job-texts.ts';
import { call } from '../../engine/use-call.ts';

/** A queued or running job with its progress, remaining time and a cancel button. */
export function ActiveJob({ job }: { job: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = kindText(t, job.kind);
  const share = jobShare(job);
  const label = t('jobs.cancelJob', { job: kind });
  return (
    <Stack gap={4} px={10} pb={4}>
      <Group gap={4} wrap="nowrap">
        <Text size="sm" truncate flex={1}>
          {kind}
        </Text>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {job.state === 'queued'
            ? t('jobs.states.queued')
            : job.secondsLeft !== null && format.duration(job.secondsLeft)}
        </Text>
        <CloseButton
          size="sm"
          title={t('jobs.cancel')}
          aria-label={label}
          onClick={() => call('jobs.cancel', { job: job.id }).catch(notifyError)}
        />
      </Group>
      <Progress size={4} value={100 * (share ?? 1)} animated={share === null} aria-label={kind} />
    </Stack>
  );
}
