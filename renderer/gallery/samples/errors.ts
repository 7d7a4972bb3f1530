import { PortraitError } from '../../../shared/errors.ts';

/** An expected error. */
export const diskFull = new PortraitError({
  code: 'DISK_FULL',
  message: 'The disk is full.',
  hint: 'Free disk space and try again. The workspace is unchanged.',
});

/** A fault of the program that the user may want to report. */
export const fault = new PortraitError({
  code: 'INTERNAL',
  message: 'undefined is not a function',
  hint: 'This is an error in Portrait, not in your data.',
  details: { log: '/home/anna/Portrait/logs/engine.log' },
});
