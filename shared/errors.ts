/** What crosses the wire when a call fails. A user sees `message` and `hint`, never a stack trace. */
export interface ErrorShape {
  code: string;
  message: string;
  hint: string;
  details?: Record<string, unknown>;
}

/** An error that was foreseen: it has a stable code, a message for a person and a hint at what to do. */
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

/** What a cancelled job or call ends with; never logged as a failure. */
export function cancelled(): PortraitError {
  return new PortraitError({ code: CANCELLED, message: 'Cancelled.', hint: 'Start it again when you like.' });
}

/** Turns anything thrown into the shape that crosses the wire; what was not foreseen becomes `INTERNAL`. */
export function errorShape(error: unknown): ErrorShape {
  if (error instanceof PortraitError) {
    const { code, message, hint, details } = error;
    return details ? { code, message, hint, details } : { code, message, hint };
  }
  return {
    code: 'INTERNAL',
    message: error instanceof Error ? error.message : String(error),
    hint: 'This is a fault of Portrait, not of your data. The log has the details.',
  };
}
