import { PortraitError } from '../../../shared/errors.ts';

/** What was interrupted cannot go on as if it had not been, once it would see other data. */
export function dataChanged(of: string): PortraitError {
  return new PortraitError({
    code: 'DATA_CHANGED',
    message: `The data has changed since ${of} began: it cannot go on as if it had not been interrupted.`,
    hint: 'Start anew.',
  });
}
