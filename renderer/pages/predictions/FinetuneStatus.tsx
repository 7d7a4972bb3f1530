import { JobStatus } from '../../components/JobStatus.tsx';
import { useJob } from '../../engine/use-job.ts';

/** How far a prediction is that is being learnt. */
export function FinetuneStatus() {
  const { job } = useJob('finetune.start');
  return <JobStatus job={job} />;
}
