import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Entry = z.looseObject({
  level: z.number(),
  msg: z.string(),
  errors: z.array(z.looseObject({ frames: z.array(z.string()) })).default([]),
});

export const logFile = (home: string) => join(home, 'logs', 'engine.log');

/** Returns the text of the log in a home folder; empty if there is none. */
export const logText = (home: string) => (existsSync(logFile(home)) ? readFileSync(logFile(home), 'utf8') : '');

/** Returns the entries of the log in a home folder. */
export const logEntries = (home: string) =>
  logText(home)
    .split('\n')
    .filter(Boolean)
    .map((line) => Entry.parse(JSON.parse(line)));
