import { parentPort, workerData } from 'node:worker_threads';
import { errorShape } from '../../shared/errors.ts';
import { runTask } from './thread-entries.ts';
import type { FromThread } from './threads/start-thread.ts';

const say = (message: FromThread) => parentPort?.postMessage(message);

try {
  await runTask(workerData.task, workerData.input);
  say({ type: 'done' });
} catch (error) {
  say({ type: 'failed', error: errorShape(error) });
}
