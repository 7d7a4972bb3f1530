import { CommanderError } from 'commander';
import { portraitProgram } from './program.ts';
import { ExitCode, reportError } from './result.ts';
import { visibleText } from './visible-text.ts';

const USAGE = 2;

/** Runs one command; returns the exit code: 0, 1 for a failure, 2 for bad usage, 130 for Ctrl-C. */
export async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  const usageErrors: string[] = [];
  const program = portraitProgram((text) => usageErrors.push(text));
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof ExitCode) return error.exitCode;
    if (!(error instanceof CommanderError)) return reportError(error, { json });
    if (error.exitCode === 0) return 0;
    const message =
      usageErrors
        .join('')
        .trim()
        .replace(/^error: /, '') || error.message;
    const hint = 'See "portrait help" or "portrait COMMAND --help".';
    if (json) process.stdout.write(`${JSON.stringify({ error: { code: 'USAGE', message, hint } })}\n`);
    else process.stderr.write(`${visibleText(message)}\n${hint}\n`);
    return USAGE;
  }
}
