import type { HelpInput } from './threads/pool-worker.ts';
import type { FeedInput } from './train/loop/crew/prefetch.ts';
import type { MemberInput } from './train/loop/crew/replica-thread.ts';

/** What each task of a thread is given. */
interface Tasks {
  'train.feed': FeedInput;
  'train.member': MemberInput;
  'pool.help': HelpInput;
}
export type TaskName = keyof Tasks;
export type TaskInput<T extends TaskName> = Tasks[T];

/** Where each task is; loaded in the thread. */
const loaders: { readonly [T in TaskName]: () => Promise<(input: Tasks[T]) => unknown> } = {
  'train.feed': async () => (await import('./train/loop/crew/prefetch.ts')).feed,
  'train.member': async () => (await import('./train/loop/crew/replica-thread.ts')).takePart,
  'pool.help': async () => (await import('./threads/pool-worker.ts')).help,
};

/** Runs a task to its end. */
export async function runTask<T extends TaskName>(name: T, input: TaskInput<T>): Promise<void> {
  const task = await loaders[name]();
  await task(input);
}
