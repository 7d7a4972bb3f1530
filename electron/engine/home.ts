import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder in which workspaces with a bare name lie: `PORTRAIT_HOME`, or `Portrait` in the user's folder. */
export function portraitHome(): string {
  const { PORTRAIT_HOME } = process.env;
  return PORTRAIT_HOME ? resolve(PORTRAIT_HOME) : join(homedir(), 'Portrait');
}
