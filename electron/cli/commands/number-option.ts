import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';

/**
 * Returns a parser of a numeric option that validates it with a schema of the contract; invalid values are usage
 * errors.
 */
export function numberParser(schema: z.ZodType<unknown>): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    const { success, error } = schema.safeParse(value);
    if (success) return value;
    throw new InvalidArgumentError(`${error.issues.map(({ message }) => message).join('; ')}.`);
  };
}
