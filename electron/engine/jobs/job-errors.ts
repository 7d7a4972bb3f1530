import type { Job } from '../../../shared/contract/jobs.ts';
import { PortraitError } from '../../../shared/errors.ts';

export function notResumable({ id, state }: Job): PortraitError {
  return new PortraitError({
    code: 'JOB_NOT_RESUMABLE',
    message: `Job ${id} cannot be resumed: it is ${state}.`,
    hint: 'Start a new job from its page.',
    details: { job: id, state },
  });
}

export function interrupted(): PortraitError {
  return new PortraitError({
    code: 'INTERRUPTED',
    message: 'Portrait was closed while this job was running.',
    hint: 'Resume the job; saved progress is kept.',
  });
}
