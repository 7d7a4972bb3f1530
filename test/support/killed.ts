import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./run-job.ts', import.meta.url));

/**
 * Runs a job on a workspace in a process of its own and kills that (SIGKILL) once `when` says so of its progress lines.
 * Resolves when the process is gone; `finished` tells whether the job ended before it could be killed.
 */
export function killDuring(
  workspace: string,
  method: string,
  input: unknown,
  when: (line: string) => boolean,
): Promise<{ finished: boolean; output: string }> {
  const child: ChildProcess = spawn(process.execPath, [script, workspace, method, JSON.stringify(input)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.split('\n').some(when)) child.kill('SIGKILL');
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ finished: code === 0, output }));
  });
}
