import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isActive, type Job } from '../../../shared/contract/jobs.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { JobStateBadge } from '../../components/JobStateBadge.tsx';
import { kindText } from '../../components/job-texts.ts';
import { ActiveJob } from './ActiveJob.tsx';

/** Maximum number of finished jobs in the panel. */
const ENDED_JOBS = 6;

interface JobPanelProps {
  /** All jobs, the newest first. */
  jobs: readonly Job[];
  onClose: () => void;
}

/** Active and recently finished jobs, with a link to all jobs. */
export function JobPanel({ jobs, onClose }: JobPanelProps) {
  const { t } = useTranslation();
  const ended = jobs.filter((job) => !isActive(job)).slice(0, ENDED_JOBS);
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('app.jobs')}
        </Title>
        <Anchor size="sm" href={hashOf('jobs')} onClick={onClose} data-autofocus>
          {t('jobs.history')}
        </Anchor>
      </Group>
      {jobs.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('jobs.emptyText')}
        </Text>
      )}
      {jobs.filter(isActive).map((job) => (
        <ActiveJob key={job.id} job={job} />
      ))}
      {ended.map((job) => (
        <EndedJob key={job.id} job={job} onClose={onClose} />
      ))}
    </Stack>
  );
}

function EndedJob({ job, onClose }: { job: Job; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group gap="xs" px={10} wrap="nowrap">
      <Anchor size="sm" c="inherit" truncate flex={1} href={hashOf('jobs', job.id)} onClick={onClose}>
        {kindText(t, job.kind)}
      </Anchor>
      {job.kind === 'brief.make' && job.state === 'done' && (
        <Anchor size="sm" href={hashOf('brief')} onClick={onClose} style={{ whiteSpace: 'nowrap' }}>
          {t('brief.read')}
        </Anchor>
      )}
      <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {format.dateTime(job.ended ?? job.started)}
      </Text>
      <JobStateBadge state={job.state} />
    </Group>
  );
}
