import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Returns the folder of workspaces with a bare name: `PORTRAIT_HOME`, or `Portrait` in the user's home directory. */
export function portraitHome(): string {
  const { PORTRAIT_HOME } = process.env;
  return PORTRAIT_HOME ? resolve(PORTRAIT_HOME) : join(homedir(), 'Portrait');
}
