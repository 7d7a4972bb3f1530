import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';

/** Reads an option's number as a schema of the contract wants it; what does not fit is bad usage. */
export function numberOf(schema: z.ZodType<unknown>): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    const { success, error } = schema.safeParse(value);
    if (success) return value;
    throw new InvalidArgumentError(`${error.issues.map(({ message }) => message).join('; ')}.`);
  };
}
