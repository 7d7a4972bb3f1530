import { useJob } from '../engine/use-job.ts';

/** State of the jobs that train models; only one of them runs at a time. */
export function useTrainingJobs() {
  const behaviour = useJob('train.start');
  const search = useJob('train.search');
  const words = useJob('text.train');
  const ratings = useJob('text.rate');
  const jobs = [behaviour, search, words, ratings];
  return {
    behaviour,
    search,
    words,
    ratings,
    /** The running training on texts. */
    textJob: [words, ratings].find(({ active }) => active)?.job,
    /** The running training of any kind. */
    activeJob: jobs.find(({ active }) => active)?.job,
    /** Error of starting or cancelling a job; null if there is none. */
    error: jobs.find(({ error }) => error !== null)?.error ?? null,
  };
}
