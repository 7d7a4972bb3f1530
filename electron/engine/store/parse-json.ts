import { z } from 'zod';
import { damagedWorkspace } from './store-error.ts';

/**
 * Returns what is wrong with a text that should be JSON of a schema, as a phrase that does not quote it: it may be any
 * file of the machine.
 */
export function jsonProblem(error: unknown): string {
  if (!(error instanceof z.ZodError)) return 'it is not JSON';
  const [issue] = error.issues;
  return `${issue?.path.map(String).join('.') || 'its content'} is not what it should be`;
}

/**
 * Parses JSON that the database holds. `place` names the value, such as `the summary of run-1`. Throws
 * WORKSPACE_DAMAGED.
 */
export function parseStored<T>(schema: z.ZodType<T>, text: string, place: string): T {
  return parsing(place, () => schema.parse(JSON.parse(text)));
}

/** Like `parseStored`, for a value whose code and parameters (JSON) are in separate columns. */
export function parseCoded<T>(schema: z.ZodType<T>, row: { code: string; params: string }, place: string): T {
  return parsing(place, () => schema.parse({ code: row.code, params: JSON.parse(row.params) }));
}

function parsing<T>(place: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const problem = `${place} cannot be read (${jsonProblem(error)})`;
    throw damagedWorkspace({ variant: 'value', problem }, error);
  }
}
