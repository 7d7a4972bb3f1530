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
    const fail = (failure: ProbeFailure) => finish(probeFailed(name, failure));
    const timer = setTimeout(() => fail({ variant: 'timeout', seconds: timeoutMs / 1000 }), timeoutMs);
    probe.on('message', (message) => finish(BackendReport.parse(message)));
    probe.on('error', (error) => fail({ variant: 'start', systemMessage: error.message }));
    probe.on('exit', () => fail({ variant: 'crash' }));
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

/** How a probe failed: `seconds` is the time after which it was stopped, `systemMessage` why it could not be started. */
interface ProbeFailure {
  readonly variant: keyof typeof failures;
  readonly seconds?: number;
  readonly systemMessage?: string;
}

const failures = {
  timeout: ({ seconds }: ProbeFailure) => `did not answer within ${seconds} seconds`,
  start: ({ systemMessage }: ProbeFailure) => `could not be started: ${systemMessage}`,
  crash: () => 'crashed during the test',
  engine: () => 'broke down when it was tried',
};

/** Returns the probe result of a backend that did not answer. */
export function probeFailed(name: BackendName, failure: ProbeFailure): BackendReport {
  const { variant, seconds = null, systemMessage = null } = failure;
  const error = errorShape(
    new PortraitError({
      code: 'BACKEND_DIED',
      message: `The backend ${failures[variant](failure)}.`,
      hint: 'Update its driver and measure again. Until then, another backend is used.',
      details: { variant, seconds, systemMessage },
    }),
  );
  return { name, device: null, software: false, rate: null, error };
}
