import { parentPort, workerData } from 'node:worker_threads';
import { errorShape } from '../../shared/errors.ts';
import { runThreadEntry } from './thread-entries.ts';
import type { ThreadMessage } from './threads/start-thread.ts';

const post = (message: ThreadMessage) => parentPort?.postMessage(message);

try {
  await runThreadEntry(workerData.task, workerData.input);
  post({ type: 'done' });
} catch (error) {
  post({ type: 'failed', error: errorShape(error) });
}
