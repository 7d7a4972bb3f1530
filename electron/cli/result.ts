import { CANCELLED, errorShape } from '../../shared/errors.ts';
import { INTERRUPTED } from './interrupt.ts';
import { Session } from './session.ts';

/** What a command ends with: an object for programs and a text for people. */
export interface Result {
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Options that every command has. */
export interface Common {
  json?: boolean | undefined;
}

export function print({ json, text }: Result, { json: asJson = false }: Common): void {
  process.stdout.write(asJson ? `${JSON.stringify(json, columnsAsLists)}\n` : `${text}\n`);
}

/** JSON has no typed arrays: a column becomes a list, with null for what is not a number. */
function columnsAsLists(_key: string, value: unknown): unknown {
  const isColumn = value instanceof Int32Array || value instanceof Float32Array || value instanceof Float64Array;
  return isColumn ? Array.from(value) : value;
}

/** Runs a command's work on an engine of its own and prints what it ends with. */
export async function answer(options: Common, work: (session: Session) => Promise<Result>): Promise<void> {
  const session = new Session();
  try {
    print(await work(session), options);
  } finally {
    await session.close();
  }
}

/** The same on an open workspace. */
export function answerIn(workspace: string, options: Common, work: (session: Session) => Promise<Result>) {
  return answer(options, async (session) => {
    await session.open(workspace);
    return work(session);
  });
}

/** Prints an error as the mode wants it; gives the exit code. */
export function reportError(error: unknown, { json = false }: Common): number {
  const { code, message, hint } = errorShape(error);
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message, hint } })}\n`);
  else process.stderr.write(`${message}\n${hint}\n`);
  return code === CANCELLED ? INTERRUPTED : 1;
}
