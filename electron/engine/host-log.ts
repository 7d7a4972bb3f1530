import { errorFacts } from '../../shared/domain/error-facts.ts';
import type { ErrorShape } from '../../shared/errors.ts';
import { openEngineLog } from './log/engine-log.ts';
import { logFailure } from './log/log-failure.ts';

/**
 * Logs each uncaught error of this process with its stack and passes it to `handle`, which decides whether the process
 * ends. `home`: Portrait's home folder.
 */
export function onUncaughtError(home: string, handle: (error: unknown) => void): void {
  const log = openEngineLog(home);
  const listen = (error: unknown) => {
    log.error('uncaught error', errorFacts(error));
    handle(error);
  };
  process.on('uncaughtException', listen);
  process.on('unhandledRejection', listen);
}

/** Logs that the engine's process has ended unexpectedly. */
export function logEngineExit(home: string, exitCode: number): void {
  openEngineLog(home).error('engine process ended', [], { exitCode });
}

/** Logs an error of a host if it is unexpected; returns the shape to show. */
export function logHostError(home: string, error: unknown): ErrorShape {
  return logFailure(openEngineLog(home), error, {});
}
