import { errorFacts } from '../../shared/domain/error-facts.ts';
import type { ErrorShape } from '../../shared/errors.ts';
import { openEngineLog } from './log/engine-log.ts';
import { logFailure } from './log/log-failure.ts';

/** Logs an error that nothing catches, before it ends this process. `home` is Portrait's home folder. */
export function logCrashes(home: string): void {
  const log = openEngineLog(home);
  process.on('uncaughtExceptionMonitor', (error) => log.error('process crashed', errorFacts(error)));
}

/** Logs that the engine's process has ended unexpectedly. */
export function logEngineExit(home: string, exitCode: number): void {
  openEngineLog(home).error('engine process ended', [], { exitCode });
}

/** Logs an error of a host if it is unexpected; returns the shape to show. */
export function logHostError(home: string, error: unknown): ErrorShape {
  return logFailure(openEngineLog(home), error, {});
}
