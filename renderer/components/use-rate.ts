import { useRef } from 'react';
import type { Job } from '../../shared/contract/jobs.ts';

interface RateBaseline {
  stage: string;
  done: number;
  time: number;
}

/**
 * Returns the rate of a running job in units per second since its stage was first seen; null until more than a second
 * has passed and progress has been made.
 */
export function useRate(job: Job): number | null {
  const baselineRef = useRef<RateBaseline | null>(null);
  const { progress } = job;
  if (!progress) return null;
  const now = Date.now();
  const baseline = baselineRef.current;
  if (baseline?.stage !== progress.stage || progress.done < baseline.done) {
    baselineRef.current = { stage: progress.stage, done: progress.done, time: now };
    return null;
  }
  const seconds = (now - baseline.time) / 1000;
  return seconds > 1 && progress.done > baseline.done ? (progress.done - baseline.done) / seconds : null;
}
