import { Stack } from '@mantine/core';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { LiveFigures } from './LiveFigures.tsx';
import { LiveLoss } from './LiveLoss.tsx';

/** A training as it goes: how far it is, how fast, and whether it learns. */
export function LiveTraining({ job }: { job: Job }) {
  return (
    <Stack gap="md">
      <JobStatus job={job} />
      <LiveFigures figures={job.progress?.figures ?? {}} />
      <LiveLoss job={job.id} />
    </Stack>
  );
}
