import { CANCELLED, errorShape, PortraitError } from '../../shared/errors.ts';
import { portraitHome } from '../engine/home.ts';
import { logHostError } from '../engine/host-log.ts';
import { INTERRUPTED } from './interrupt.ts';
import { Session } from './session.ts';
import { visibleText } from './visible-text.ts';

/** Result of a command: an object for programs and a text for people. */
export interface Result {
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Ends a command that has printed its result with an exit code other than 0. */
export class ExitCode extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super(`exit code ${exitCode}`);
    this.exitCode = exitCode;
  }
}

/** Options common to all commands. */
export interface CommonOptions {
  json?: boolean | undefined;
}

export function print({ json, text }: Result, { json: asJson = false }: CommonOptions): void {
  process.stdout.write(asJson ? `${JSON.stringify(json, asJsonValue)}\n` : `${visibleText(text)}\n`);
}

/** Converts typed arrays to lists and maps to objects, since JSON has none; NaN and infinities become null. */
function asJsonValue(_key: string, value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value);
  const isColumn = value instanceof Int32Array || value instanceof Float32Array || value instanceof Float64Array;
  return isColumn ? Array.from(value) : value;
}

/** Runs a command with a new engine and prints its result. */
export async function runAndPrint(options: CommonOptions, work: (session: Session) => Promise<Result>): Promise<void> {
  const session = new Session();
  try {
    print(await work(session), options);
  } finally {
    await session.close();
  }
}

/** Like `runAndPrint`, with a workspace open. */
export function runInWorkspace(workspace: string, options: CommonOptions, work: (session: Session) => Promise<Result>) {
  return runAndPrint(options, async (session) => {
    await session.open(workspace);
    return work(session);
  });
}

/** Prints an error as text or JSON, and logs one that neither the engine nor a command expects; returns the exit code. */
export function reportError(error: unknown, { json = false }: CommonOptions): number {
  const shape = error instanceof PortraitError ? errorShape(error) : logHostError(portraitHome(), error);
  const { code, message, hint } = shape;
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message, hint } })}\n`);
  else process.stderr.write(`${visibleText(message)}\n${visibleText(hint)}\n`);
  return code === CANCELLED ? INTERRUPTED : 1;
}
