import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { BackendFinding } from '../../../shared/contract/backends.ts';
import type { BackendName } from '../../../shared/domain/backends.ts';
import { errorShape, PortraitError } from '../../../shared/errors.ts';

/** Shaders of a slow driver are compiled in it. */
const PATIENCE_MS = 180_000;

/** The entry's file beside this one: TypeScript when run from source, JavaScript in the bundle. */
function entryFile(): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  return new URL(fromSource ? './probe-process.ts' : './probe.js', import.meta.url);
}

/**
 * Probes a backend where a driver that breaks down does no harm: in a process of its own, or in a thread where Portrait is
 * packed so that it starts no other Node. Never rejects.
 */
export function startProbe(name: BackendName, patience = PATIENCE_MS): Promise<BackendFinding> {
  const probe = process.versions.electron ? inThread(name) : inProcess(name);
  return new Promise((resolve) => {
    const give = (finding: BackendFinding) => {
      clearTimeout(timer);
      probe.end();
      resolve(finding);
    };
    const fail = (how: string) => give(unanswered(name, how));
    const timer = setTimeout(() => fail(`did not answer within ${patience / 1000} seconds`), patience);
    probe.on('message', (message) => give(BackendFinding.parse(message)));
    probe.on('error', (error) => fail(`could not be asked: ${error.message}`));
    probe.on('exit', () => fail('broke down when it was tried'));
  });
}

interface Probe {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  end(): void;
}

function inProcess(name: BackendName): Probe {
  const child = fork(fileURLToPath(entryFile()), [name], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return { on: child.on.bind(child), end: () => child.kill('SIGKILL') };
}

function inThread(name: BackendName): Probe {
  const worker = new Worker(entryFile(), { workerData: name });
  return { on: worker.on.bind(worker), end: () => void worker.terminate() };
}

/** What is known of a backend that has not said anything. */
export function unanswered(name: BackendName, how: string): BackendFinding {
  const error = errorShape(
    new PortraitError({
      code: 'BACKEND_DIED',
      message: `It ${how}.`,
      hint: 'Update its driver and measure again; until then something else computes.',
    }),
  );
  return { name, device: null, software: false, rate: null, error };
}
