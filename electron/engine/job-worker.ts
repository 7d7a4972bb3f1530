import { parentPort } from 'node:worker_threads';
import { isJobKind, type JobName } from '../../shared/contract/index.ts';
import { errorFacts } from '../../shared/domain/error-facts.ts';
import { cancelled, errorShape } from '../../shared/errors.ts';
import { loadJob } from './job-registry.ts';
import type { JobContext } from './jobs/context.ts';
import type { WorkerMessage, WorkerStart } from './jobs/messages.ts';
import { requestBackend } from './model/backends/backend-request.ts';
import { parseInput } from './parse-input.ts';
import { storeError } from './store/store-error.ts';
import { attachWorkspace } from './store/workspace.ts';
import { shareNativeCalls } from './threads/native-calls.ts';

const PROGRESS_EVERY_MS = 100;
const LAYOUT_EVERY_MS = 200;

const post = (message: WorkerMessage) => parentPort?.postMessage(message);

async function run(kind: JobName, start: WorkerStart): Promise<unknown> {
  const workspace = attachWorkspace(start.workspace);
  try {
    return await runTyped(kind, start.input, contextFor(workspace, start));
  } finally {
    workspace.db.close();
  }
}

async function runTyped<M extends JobName>(kind: M, input: unknown, context: JobContext): Promise<unknown> {
  const job = await loadJob(kind);
  return job(parseInput(kind, input), context);
}

function contextFor(workspace: JobContext['workspace'], start: WorkerStart): JobContext {
  let lastPosted = 0;
  let lastLayout = 0;
  return {
    workspace,
    progress(progress) {
      const now = Date.now();
      if (now - lastPosted < PROGRESS_EVERY_MS && progress.done < progress.total) return;
      lastPosted = now;
      post({ type: 'progress', progress });
    },
    showLayout(layout) {
      const now = Date.now();
      if (now - lastLayout < LAYOUT_EVERY_MS) return;
      lastLayout = now;
      post({ type: 'layout', layout: layout() });
    },
    log: (line) => post({ type: 'log', line }),
    saveResumeState: (changes) => post({ type: 'resumeState', changes }),
    resumeState: start.resumeState,
    checkCancelled() {
      if (Atomics.load(start.cancelFlag, 0) === 1) throw cancelled();
    },
  };
}

async function runJob(start: WorkerStart): Promise<void> {
  shareNativeCalls(start.nativeCalls);
  requestBackend(start.backend, (reason) => {
    const error = errorShape(reason);
    const isUnsupported = error.code === 'KERNELS_UNSUPPORTED';
    const prefix = isUnsupported ? '' : `${start.backend} is unavailable, using wasm: `;
    post({ type: 'log', line: `${prefix}${error.message} ${error.hint}` });
    if (!isUnsupported) post({ type: 'fellBack', backend: start.backend, error });
  });
  try {
    if (!isJobKind(start.kind)) throw new Error(`no job is called ${start.kind}`);
    post({ type: 'done', output: await run(start.kind, start) });
  } catch (error) {
    const mappedError = storeError(error, start.workspace);
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    post({ type: 'failed', error: errorShape(mappedError), stack, facts: errorFacts(mappedError) });
  }
  if (start.isReusable) awaitNextJob();
}

/** A thread with nothing to wait for exits. */
const awaitNextJob = () => parentPort?.once('message', (start: WorkerStart) => void runJob(start));

awaitNextJob();
