import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { main } from '../../electron/cli/main.ts';

export const SOURCE = fileURLToPath(new URL('../../electron/cli/portrait.ts', import.meta.url));

export interface ProcessResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command in this process, which is faster than starting another. */
export async function portrait(...args: readonly string[]): Promise<ProcessResult> {
  const result: ProcessResult = { code: null, stdout: '', stderr: '' };
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    result.stdout += chunk;
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    result.stderr += chunk;
    return true;
  });
  try {
    result.code = await main(args);
    return result;
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

/**
 * Runs a command with `--json`; returns the exit code and the parsed object. Throws if the output is anything but one
 * object.
 */
export async function portraitJson(...args: readonly string[]) {
  const { code, stdout, stderr } = await portrait(...args, '--json');
  return { code, json: oneObject(stdout, stderr) };
}

export function oneObject(stdout: string, stderr: string) {
  const lines = stdout.trim().split('\n');
  if (lines.length !== 1) throw new Error(`not one object on standard output:\n${stdout}\n${stderr}`);
  return JSON.parse(lines[0] ?? '');
}

/** A command in a separate process, with its output so far. */
export class Spawned {
  readonly partialResult: ProcessResult = { code: null, stdout: '', stderr: '' };
  readonly completion: Promise<ProcessResult>;
  readonly kill: (signal: NodeJS.Signals) => void;

  constructor(
    args: readonly string[],
    {
      file = SOURCE,
      nodeArgs = [],
      env = {},
    }: { file?: string; nodeArgs?: readonly string[]; env?: NodeJS.ProcessEnv } = {},
  ) {
    const child = spawn(process.execPath, [...nodeArgs, file, ...args], {
      env: { ...process.env, CI: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk) => {
      this.partialResult.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      this.partialResult.stderr += chunk;
    });
    this.kill = (signal) => void child.kill(signal);
    this.completion = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ ...this.partialResult, code }));
    });
  }
}
