import { parentPort, workerData } from 'node:worker_threads';
import { errorFacts } from '../../shared/domain/error-facts.ts';
import { errorShape } from '../../shared/errors.ts';
import { loadParallelTask } from './parallel-tasks.ts';
import { loadThreadEntry } from './thread-entries.ts';
import type { ThreadMessage, ThreadStart } from './threads/start-thread.ts';

const post = (message: ThreadMessage) => parentPort?.postMessage(message);

try {
  const { entry: name, input }: ThreadStart = workerData;
  const entry = await loadThreadEntry(name);
  await entry.run(input, loadParallelTask);
  post({ type: 'done' });
} catch (error) {
  post({ type: 'failed', error: errorShape(error), facts: errorFacts(error) });
}
