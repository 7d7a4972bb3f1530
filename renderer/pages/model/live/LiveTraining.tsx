import { Stack } from '@mantine/core';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { LiveLoss } from '../../../training/LiveLoss.tsx';
import { LiveFigures } from './LiveFigures.tsx';

/** A running training: its progress, current figures and loss chart. */
export function LiveTraining({ job }: { job: Job }) {
  return (
    <Stack gap="md">
      <JobStatus job={job} />
      <LiveFigures figures={job.progress?.figures ?? {}} />
      <LiveLoss job={job} />
    </Stack>
  );
}
