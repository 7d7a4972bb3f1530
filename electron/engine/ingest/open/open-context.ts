import { join } from 'node:path';

/** Context shared by all readers of one of the user's files. */
export interface OpenContext {
  /** The path as given by the user, for error messages. */
  readonly file: string;
  /** Approximate number of bytes to read from each table, for a preview; null to read all. */
  readonly limit: number | null;
  /** Folder for temporary copies. */
  readonly folder: string;
  /** Returns a new path in that folder. */
  temporary(): string;
  /** Called regularly with the processed and the total number of bytes; throws CANCELLED. */
  onProgress(done: number, total: number): void;
  log(line: string): void;
}

let copyCount = 0;

export function createOpenContext(file: string, folder: string, overrides: Partial<OpenContext> = {}): OpenContext {
  return {
    file,
    folder,
    limit: null,
    temporary: () => join(folder, `opened-${++copyCount}`),
    onProgress: () => {},
    log: () => {},
    ...overrides,
  };
}
