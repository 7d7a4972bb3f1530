import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { BackendFinding, BackendWish } from '../../../shared/contract/backends.ts';
import { writeJson } from '../files/write-file-atomic.ts';

/** What this machine's user wants and what was found out, for all workspaces: `backends.json` in the home folder. */
const Choice = z.object({
  wish: BackendWish.default('auto'),
  measured: z.number().nullable().default(null),
  findings: z.array(BackendFinding).default([]),
});
export type Choice = z.infer<typeof Choice>;

const fileOf = (home: string) => join(home, 'backends.json');

/** A file that cannot be read is as good as none: all that it says can be found out again. */
export function readChoice(home: string): Choice {
  try {
    return Choice.parse(existsSync(fileOf(home)) ? JSON.parse(readFileSync(fileOf(home), 'utf8')) : {});
  } catch {
    return Choice.parse({});
  }
}

export function writeChoice(home: string, choice: Choice): void {
  mkdirSync(dirname(fileOf(home)), { recursive: true });
  writeJson(fileOf(home), choice);
}
