import { join } from 'node:path';

/** What all who read one of the user's files share. */
export interface Opening {
  /** The file as the user gave it: what errors name. */
  readonly file: string;
  /** About how many bytes of each table are wanted, as for a preview; null where all of it is. */
  readonly limit: number | null;
  /** Where copies may lie. */
  readonly folder: string;
  /** A path of its own in that folder. */
  temporary(): string;
  /** Called between pieces of work with the bytes that are done and those there are; throws CANCELLED. */
  step(done: number, total: number): void;
  log(line: string): void;
}

let made = 0;

export function openingOf(file: string, folder: string, rest: Partial<Opening> = {}): Opening {
  return {
    file,
    folder,
    limit: null,
    temporary: () => join(folder, `opened-${++made}`),
    step: () => {},
    log: () => {},
    ...rest,
  };
}
