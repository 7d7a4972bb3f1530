import { portraitHome } from '../engine/home.ts';
import { onUncaughtError } from '../engine/host-log.ts';
import { type CommonOptions, reportError } from './result.ts';

type Handler = (error: unknown) => void;

let commandHandler: Handler | null = null;

/**
 * Handles errors that nothing catches: logs each and passes it to the handler of the running command; without one,
 * prints it as any other error and exits the process.
 */
export function handleUncaughtErrors(options: CommonOptions): void {
  onUncaughtError(portraitHome(), (error) => {
    if (commandHandler) return commandHandler(error);
    const code = reportError(error, options);
    // Output to a pipe may still be on its way.
    process.stdout.write('', () => process.exit(code));
  });
}

/** Sets what the running command does after an error that nothing caught. */
export function setUncaughtErrorHandler(handler: Handler): void {
  commandHandler = handler;
}
