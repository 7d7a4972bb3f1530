import { JobStatus } from '../components/JobStatus.tsx';
import { useJob } from '../engine/use-job.ts';

/** Progress of the running fine-tuning. */
export function FinetuneStatus() {
  const { job } = useJob('prediction.train');
  return <JobStatus job={job} />;
}
