import { portraitHome } from '../engine/home.ts';
import { onUncaughtError } from '../engine/host-log.ts';
import { type CommonOptions, reportError } from './result.ts';

type Handler = (error: unknown) => void;

let commandHandler: Handler | null = null;

/**
 * Handles uncaught errors: logs each and passes it to the handler of the running command; without a handler, prints it
 * like any other error and exits the process.
 */
export function handleUncaughtErrors(options: CommonOptions): void {
  onUncaughtError(portraitHome(), (error) => {
    if (commandHandler) return commandHandler(error);
    const code = reportError(error, options);
    // Output to a pipe may still be pending.
    process.stdout.write('', () => process.exit(code));
  });
}

/** Sets the handler of uncaught errors for the running command. */
export function setUncaughtErrorHandler(handler: Handler): void {
  commandHandler = handler;
}
