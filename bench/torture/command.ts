import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PORTRAIT = fileURLToPath(new URL('../../dist/portrait.js', import.meta.url));

export interface CommandResult {
  /** Null if the process was ended by a signal. */
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CommandOptions {
  /** Milliseconds after which the process is killed with SIGKILL. */
  killAfter?: number;
  home: string;
  nodeArgs?: readonly string[];
}

/** Runs a command of the built program with `--json`. */
export function command(args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const { killAfter, home, nodeArgs = [] } = options;
  const env = { ...process.env, CI: '1', PORTRAIT_HOME: home };
  const argv = [...nodeArgs, PORTRAIT, ...args, '--json'];
  const child = spawn(process.execPath, argv, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const result: CommandResult = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    result.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    result.stderr += chunk;
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ ...result, code });
    });
  });
}

/** Returns the code of the error that a command printed; empty if there is none. */
export function errorCode({ stdout }: CommandResult): string {
  try {
    const { error } = JSON.parse(stdout.trim());
    return typeof error?.code === 'string' ? error.code : '';
  } catch {
    return '';
  }
}
