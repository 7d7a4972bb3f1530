import { PortraitError } from '../../../shared/errors.ts';

/** Error of a job that cannot be resumed because the data differs from what it started with. */
export function dataChanged(of: string): PortraitError {
  return new PortraitError({
    code: 'DATA_CHANGED',
    message: `The data has changed since ${of} began: it cannot go on as if it had not been interrupted.`,
    hint: 'Start anew.',
  });
}
