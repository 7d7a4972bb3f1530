import { z } from 'zod';
import { fixedMessage } from './fixed-message.ts';
import { stackFrames } from './stack-frames.ts';

const MAX_CAUSES = 4;

export const Frame = z.string().regex(/^[\w@$./<>#*[\]() :+-]{1,300}$/);

/** What a log may contain of an error: nothing that comes from a user's data. */
const SingleError = z.object({
  /** Name of the error's class. */
  name: z.string().regex(/^\w{1,60}$/),
  /** Code that Portrait, Node or SQLite gave it. */
  code: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,60}$/)
    .nullable(),
  /** Message, if its text is fixed. */
  message: z
    .string()
    .refine((text) => fixedMessage(text) === text)
    .nullable(),
  frames: z.array(Frame).max(30),
});

/** An error, followed by its causes. */
export const ErrorFacts = z
  .array(SingleError)
  .min(1)
  .max(1 + MAX_CAUSES);
export type ErrorFacts = z.infer<typeof ErrorFacts>;

/** Stands for an error of another thread, of which only the facts are known. */
export class RemoteError extends Error {
  readonly facts: ErrorFacts;

  constructor(facts: ErrorFacts) {
    super('An error of another thread.');
    this.name = 'RemoteError';
    this.facts = facts;
  }
}

/**
 * Returns what may be logged of anything thrown. Its message is omitted unless its text is fixed, because messages quote
 * cell values, rules, names and paths.
 */
export function errorFacts(error: unknown): ErrorFacts {
  const facts: ErrorFacts = [];
  for (let current = error; current !== undefined && facts.length <= MAX_CAUSES; ) {
    if (current instanceof RemoteError) facts.push(...current.facts);
    else facts.push(factsOf(current));
    current = current instanceof Error ? (current.cause ?? undefined) : undefined;
  }
  return facts.slice(0, 1 + MAX_CAUSES);
}

function factsOf(error: unknown): ErrorFacts[number] {
  if (!(error instanceof Error)) return { name: `thrown_${typeof error}`, code: null, message: null, frames: [] };
  return {
    name: /^\w{1,60}$/.test(error.name) ? error.name : 'Error',
    code:
      'code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{0,60}$/.test(error.code)
        ? error.code
        : null,
    message: fixedMessage(error.message),
    frames: stackFrames(error.stack ?? '', error.message),
  };
}
