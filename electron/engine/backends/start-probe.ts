import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { BackendReport } from '../../../shared/contract/backends.ts';
import type { BackendName } from '../../../shared/domain/backends.ts';
import { errorShape, PortraitError } from '../../../shared/errors.ts';
import { entryFile } from '../threads/entry-file.ts';

const ENTRY_FILE = entryFile('backends/probe-process');

/** Long enough for a slow driver to compile its shaders. */
const TIMEOUT_MS = 180_000;

/**
 * Probes a backend where a crashing driver does no harm: in a child process, or in a thread if Portrait is packaged so
 * that it cannot start another Node. Never rejects.
 */
export function startProbe(name: BackendName, timeoutMs = TIMEOUT_MS): Promise<BackendReport> {
  const probe = process.versions.electron ? inThread(name) : inProcess(name);
  return new Promise((resolve) => {
    const finish = (finding: BackendReport) => {
      clearTimeout(timer);
      probe.end();
      resolve(finding);
    };
    const fail = (reason: string) => finish(probeFailed(name, reason));
    const timer = setTimeout(() => fail(`did not answer within ${timeoutMs / 1000} seconds`), timeoutMs);
    probe.on('message', (message) => finish(BackendReport.parse(message)));
    probe.on('error', (error) => fail(`could not be started: ${error.message}`));
    probe.on('exit', () => fail('crashed during the test'));
  });
}

interface Probe {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  end(): void;
}

function inProcess(name: BackendName): Probe {
  const child = fork(fileURLToPath(ENTRY_FILE), [name], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return { on: child.on.bind(child), end: () => child.kill('SIGKILL') };
}

function inThread(name: BackendName): Probe {
  const worker = new Worker(ENTRY_FILE, { workerData: name });
  return { on: worker.on.bind(worker), end: () => void worker.terminate() };
}

/** Returns the probe result of a backend that did not answer. */
export function probeFailed(name: BackendName, reason: string): BackendReport {
  const error = errorShape(
    new PortraitError({
      code: 'BACKEND_DIED',
      message: `The backend ${reason}.`,
      hint: 'Update its driver and measure again. Until then, another backend is used.',
      details: { reason },
    }),
  );
  return { name, device: null, software: false, rate: null, error };
}
