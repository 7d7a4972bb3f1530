import { join } from 'node:path';

/** What all who read one of the user's files share. */
export interface OpenContext {
  /** The file as the user gave it: what errors name. */
  readonly file: string;
  /** About how many bytes of each table are wanted, as for a preview; null where all of it is. */
  readonly limit: number | null;
  /** Where copies may lie. */
  readonly folder: string;
  /** A path of its own in that folder. */
  temporary(): string;
  /** Called between pieces of work with the bytes that are done and those there are; throws CANCELLED. */
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
