import { PortraitError } from '../../../shared/errors.ts';

/** Error of a job that cannot be resumed because the data differs from what it started with. */
export function dataChanged(of: string): PortraitError {
  return new PortraitError({
    code: 'DATA_CHANGED',
    message: `The data has changed since ${of} started, so it cannot be resumed.`,
    hint: 'Start again.',
    details: { id: of },
  });
}
