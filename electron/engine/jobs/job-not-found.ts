import { PortraitError } from '../../../shared/errors.ts';

export function jobNotFound(id: string): PortraitError {
  return new PortraitError({
    code: 'JOB_NOT_FOUND',
    message: `The job ${id} does not exist.`,
    hint: 'Choose one from the list of jobs.',
    details: { job: id },
  });
}
