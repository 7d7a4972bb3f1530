import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isActive, type Job } from '../../../shared/contract/jobs.ts';
import { useFormat } from '../../base/format.ts';
import { notifyError } from '../../base/notify.tsx';
import { hashOf } from '../../base/route.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { JobStateBadge } from '../../components/JobStateBadge.tsx';
import { kindText } from '../../components/job-texts.ts';
import { call } from '../../engine/use-call.ts';
import { JobOutcome } from './JobOutcome.tsx';
import { useNow } from './use-now.ts';

export function JobsTable({ jobs }: { jobs: readonly Job[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(jobs.some(isActive));
  const seconds = (job: Job) => ((job.ended ?? now) - job.started) / 1000;
  return (
    <DataTable
      label={t('jobs.title')}
      rows={jobs}
      rowKey={(job) => job.id}
      pageSize={20}
      columns={[
        {
          key: 'kind',
          header: t('jobs.job'),
          cell: (job) => (
            <Text inherit fw={500}>
              {kindText(t, job.kind)}
            </Text>
          ),
          sort: (job) => kindText(t, job.kind),
          width: 130,
        },
        {
          key: 'state',
          header: t('jobs.state'),
          cell: (job) => <JobStateBadge state={job.state} />,
          exported: (job) => t(`jobs.states.${job.state}`),
          width: 110,
        },
        { key: 'progress', header: t('jobs.progress'), cell: (job) => <JobOutcome job={job} /> },
        {
          key: 'started',
          header: t('jobs.started'),
          cell: (job) => format.dateTime(job.started),
          sort: (job) => job.started,
          numeric: true,
          width: 180,
        },
        {
          key: 'duration',
          header: t('jobs.duration'),
          cell: (job) => (job.state === 'queued' ? '' : format.duration(seconds(job))),
          sort: seconds,
          numeric: true,
          width: 120,
        },
        { key: 'actions', header: t('jobs.actions'), cell: (job) => <Actions job={job} />, numeric: true, width: 170 },
      ]}
    />
  );
}

function Actions({ job }: { job: Job }) {
  const { t } = useTranslation();
  const act = (method: 'jobs.cancel' | 'jobs.resume') => call(method, { job: job.id }).catch(notifyError);
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {isActive(job) && (
        <Button size="compact-sm" variant="default" onClick={() => act('jobs.cancel')}>
          {t('jobs.cancel')}
        </Button>
      )}
      {job.resumable && (
        <Button size="compact-sm" variant="light" onClick={() => act('jobs.resume')}>
          {t('jobs.resume')}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" component="a" href={hashOf('jobs', job.id)}>
        {t('jobs.log')}
      </Button>
    </Group>
  );
}
