import { type ErrorFacts, errorFacts } from '../../../shared/domain/error-facts.ts';
import { CANCELLED, type ErrorShape, errorShape, isFault } from '../../../shared/errors.ts';
import type { EngineLog, LogFields } from './engine-log.ts';

/**
 * Logs why a call or a job failed: faults as errors, expected errors with a cause as warnings, other expected errors
 * only at debug level, and a cancellation never as an error. `errors` are the facts of an error that was thrown in another
 * thread. Returns the shape that crosses the wire, in which the hint of an unexpected error names the log.
 */
export function logFailure(
  log: EngineLog,
  error: unknown,
  fields: LogFields,
  errors: ErrorFacts = errorFacts(error),
): ErrorShape {
  const shape = errorShape(error);
  const { code } = shape;
  const event = fields.job ? 'job failed' : 'call failed';
  if (code === CANCELLED || code === 'INTERRUPTED') log.debug('cancelled', { ...fields, code });
  else if (isFault(code)) log.error(event, errors, { ...fields, code });
  else if (errors.length > 1) log.warn(event, errors, { ...fields, code });
  else log.debug(event, { ...fields, code });
  return code === 'INTERNAL' && log.file ? { ...shape, hint: logHint(log.file), details: { log: log.file } } : shape;
}

const logHint = (file: string) =>
  `This is an error in Portrait, not in your data. ${file} has the details, without any of your data.`;
