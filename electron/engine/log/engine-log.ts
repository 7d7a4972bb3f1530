import { join } from 'node:path';
import { pino } from 'pino';
import type { ErrorFacts } from '../../../shared/domain/error-facts.ts';
import { lastLines } from './last-lines.ts';
import { logLevel } from './log-level.ts';
import { RotatingFile } from './rotating-file.ts';

/**
 * Fields of a log entry. The list is closed, because a log contains nothing of a user's data: no cell values, names of
 * users or items, rules, texts, file names or paths.
 */
export interface LogFields {
  /** Method of the contract, also that of a job. */
  readonly method?: string;
  /** Id of a job, such as `job-3`. */
  readonly job?: string;
  /** Final state of a job. */
  readonly state?: string;
  /** Code of an error. */
  readonly code?: string;
  readonly milliseconds?: number;
  /** Page of the window. */
  readonly page?: string;
  /** React components around a failure, innermost first. */
  readonly components?: readonly string[];
  /** Number of reports that were discarded before this one. */
  readonly discarded?: number;
  readonly version?: string;
  readonly exitCode?: number;
}

/** Log of the engine and of what starts it. */
export interface EngineLog {
  /** Path of the current file, or null if nothing is written to one. */
  readonly file: string | null;
  readonly level: string;
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  /** Logs an expected error that has a cause, such as one of the file system. */
  warn(event: string, errors: ErrorFacts, fields?: LogFields): void;
  /** Logs an unexpected error. */
  error(event: string, errors: ErrorFacts | [], fields?: LogFields): void;
  /** Returns the last lines of the file, oldest first. */
  lastLines(count: number): string[];
}

/** Opens the log in Portrait's home folder. The file is created when something is first logged. */
export function openEngineLog(home: string): EngineLog {
  const file = new RotatingFile(join(home, 'logs', 'engine.log'));
  const logger = pino({ level: logLevel(), base: { pid: process.pid } }, file);
  return {
    get file() {
      return file.isWritable && logger.level !== 'silent' ? file.path : null;
    },
    level: logger.level,
    debug: (event, fields) => logger.debug(fields ?? {}, event),
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: (event, errors, fields) => logger.warn({ ...fields, errors }, event),
    error: (event, errors, fields) => logger.error({ ...fields, errors }, event),
    lastLines: (count) => lastLines(file.paths(), count),
  };
}
