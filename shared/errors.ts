import { z } from 'zod';

/** Error as it crosses the wire when a call fails. A user sees `message` and `hint`, never a stack trace. */
export const ErrorShape = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  details: z.record(z.string(), z.unknown()).exactOptional(),
});
export type ErrorShape = z.infer<typeof ErrorShape>;

/** An expected error: it has a stable code, a message for the user and a hint on how to fix it. */
export class PortraitError extends Error {
  readonly code: string;
  readonly hint: string;
  readonly details: Record<string, unknown> | undefined;

  constructor(shape: ErrorShape, options?: ErrorOptions) {
    super(shape.message, options);
    this.name = 'PortraitError';
    this.code = shape.code;
    this.hint = shape.hint;
    this.details = shape.details;
  }
}

export const CANCELLED = 'CANCELLED';

/** Returns the error that a cancelled job or call ends with; it is never logged as a failure. */
export function cancelled(): PortraitError {
  return new PortraitError({ code: CANCELLED, message: 'Cancelled.', hint: 'You can start it again at any time.' });
}

/** Codes of errors caused by Portrait, its threads or the disk rather than by the user's request. */
const FAULTS: readonly string[] = ['INTERNAL', 'JOB_DIED', 'THREAD_DIED', 'WORKSPACE_DAMAGED'];

/** Whether an error should be logged as one, and may be worth reporting. */
export const isFault = (code: string): boolean => FAULTS.includes(code);

/** Error of a process, or of the whole machine, that has as many files and connections open as it may. */
const FILE_LIMIT: ErrorShape = {
  code: 'FILE_LIMIT',
  message: 'Too many files are open.',
  hint: 'Close windows of Portrait and other programs, and try again. "ulimit -n" raises the limit of a terminal.',
};

/**
 * Converts anything thrown into the shape that crosses the wire. An error that is not a `PortraitError` becomes
 * `FILE_LIMIT` if the system allows no more open files, otherwise `INTERNAL`.
 */
export function errorShape(error: unknown): ErrorShape {
  if (error instanceof PortraitError) {
    const { code, message, hint, details } = error;
    return details ? { code, message, hint, details } : { code, message, hint };
  }
  if (error instanceof Error && 'code' in error && (error.code === 'EMFILE' || error.code === 'ENFILE'))
    return FILE_LIMIT;
  return {
    code: 'INTERNAL',
    message: error instanceof Error ? error.message : String(error),
    hint: 'This is an error in Portrait, not in your data.',
  };
}
