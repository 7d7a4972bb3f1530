import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { main } from '../../electron/cli/main.ts';

export const SOURCE = fileURLToPath(new URL('../../electron/cli/portrait.ts', import.meta.url));

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command in this process, which is quicker than starting another. */
export async function portrait(...args: readonly string[]): Promise<Ended> {
  const ended: Ended = { code: null, stdout: '', stderr: '' };
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    ended.stdout += chunk;
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    ended.stderr += chunk;
    return true;
  });
  try {
    ended.code = await main(args);
    return ended;
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

/** The same with `--json`; gives the exit code and the one object. Throws where the output is anything else. */
export async function portraitJson(...args: readonly string[]) {
  const { code, stdout, stderr } = await portrait(...args, '--json');
  return { code, json: oneObject(stdout, stderr) };
}

export function oneObject(stdout: string, stderr: string) {
  const lines = stdout.trim().split('\n');
  if (lines.length !== 1) throw new Error(`not one object on standard output:\n${stdout}\n${stderr}`);
  return JSON.parse(lines[0] ?? '');
}

/** A command in a process of its own, with what it has said so far. */
export class Spawned {
  readonly said: Ended = { code: null, stdout: '', stderr: '' };
  readonly ended: Promise<Ended>;
  readonly kill: (signal: NodeJS.Signals) => void;

  constructor(args: readonly string[], { file = SOURCE, nodeArgs = [] as readonly string[] } = {}) {
    const env = { ...process.env, CI: '1' };
    const child = spawn(process.execPath, [...nodeArgs, file, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => {
      this.said.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      this.said.stderr += chunk;
    });
    this.kill = (signal) => void child.kill(signal);
    this.ended = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ ...this.said, code }));
    });
  }
}
