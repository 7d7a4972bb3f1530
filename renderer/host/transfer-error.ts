import { z } from 'zod';
import { ErrorShape, PortraitError } from '../../shared/errors.ts';

const ErrorBody = z.object({ error: ErrorShape });

/** Returns the error in the browser host's response to an upload or a download, else `otherwise`. */
export function transferError(body: unknown, otherwise: PortraitError): PortraitError {
  const { success, data } = ErrorBody.safeParse(body);
  return success ? new PortraitError(data.error) : otherwise;
}
