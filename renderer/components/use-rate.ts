import { useRef } from 'react';
import type { Job } from '../../shared/contract/jobs.ts';

interface Mark {
  stage: string;
  done: number;
  at: number;
}

/** Units a second of a running job since its stage was first seen; null until there is enough to go by. */
export function useRate(job: Job): number | null {
  const first = useRef<Mark | null>(null);
  const { progress } = job;
  if (!progress) return null;
  const now = Date.now();
  const mark = first.current;
  if (mark?.stage !== progress.stage || progress.done < mark.done) {
    first.current = { stage: progress.stage, done: progress.done, at: now };
    return null;
  }
  const seconds = (now - mark.at) / 1000;
  return seconds > 1 && progress.done > mark.done ? (progress.done - mark.done) / seconds : null;
}
