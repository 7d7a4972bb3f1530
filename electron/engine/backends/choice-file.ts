import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { BackendReport, RequestedBackend } from '../../../shared/contract/backends.ts';
import { writeJson } from '../files/write-file-atomic.ts';

/**
 * The user's choice of a backend and the probe results of this machine, for all workspaces: `backends.json` in the home
 * folder.
 */
const Choice = z.object({
  requested: RequestedBackend.default('auto'),
  measured: z.number().nullable().default(null),
  findings: z.array(BackendReport).default([]),
});
export type Choice = z.infer<typeof Choice>;

/** File of an earlier version, which stored the requested backend as `wish`. */
const EarlierChoice = Choice.omit({ requested: true })
  .extend({ wish: RequestedBackend })
  .transform(({ wish, ...choice }): Choice => ({ ...choice, requested: wish }));

const fileOf = (home: string) => join(home, 'backends.json');

/** An unreadable file is treated as missing: everything in it can be measured again. */
export function readChoice(home: string): Choice {
  try {
    return z
      .union([EarlierChoice, Choice])
      .parse(existsSync(fileOf(home)) ? JSON.parse(readFileSync(fileOf(home), 'utf8')) : {});
  } catch {
    return Choice.parse({});
  }
}

export function writeChoice(home: string, choice: Choice): void {
  mkdirSync(dirname(fileOf(home)), { recursive: true });
  writeJson(fileOf(home), choice);
}
