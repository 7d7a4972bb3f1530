import { call } from './use-call.ts';

/** Deletes the files of a deleted run or search. A failure is ignored: they are deleted when the workspace is closed. */
export async function freeSpace(run: string): Promise<void> {
  await call('train.emptyTrash', { runs: [run] }).catch(() => {});
}
