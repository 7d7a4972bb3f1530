import { existsSync } from 'node:fs';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { CheckReport } from '../../../shared/domain/finding.ts';
import { finishRestoration } from '../store/backups/finish-restoration.ts';
import { storeError, workspaceNotFound } from '../store/store-error.ts';
import { lockWorkspace } from '../store/workspace-lock.ts';
import { startThread, type ThreadEntry } from '../threads/start-thread.ts';
import { checkWorkspace } from './check-workspace.ts';

interface ClosedCheck {
  readonly path: string;
  readonly repair: boolean;
  /** Receives the report. */
  readonly port: MessagePort;
}

/** Checks a workspace that no process has open, in a separate thread. */
export const checkClosedEntry: ThreadEntry<ClosedCheck> = {
  name: 'maintenance.check',
  run: async ({ path, repair, port }) => {
    port.postMessage(await checkLocked(path, repair));
    port.close();
  },
};

async function checkLocked(path: string, repair: boolean): Promise<CheckReport> {
  try {
    const lock = lockWorkspace(path);
    try {
      finishRestoration(path);
      return await checkWorkspace(path, { repair, isRecent: () => false });
    } finally {
      lock.close();
    }
  } catch (error) {
    throw storeError(error, path);
  }
}

/**
 * Checks a workspace that is not open, and repairs it if requested. Throws WORKSPACE_NOT_FOUND, WORKSPACE_IN_USE,
 * WORKSPACE_READ_ONLY and DISK_FULL.
 */
export async function checkClosed(path: string, repair: boolean): Promise<CheckReport> {
  if (!existsSync(path)) throw workspaceNotFound(path);
  const { port1, port2 } = new MessageChannel();
  const report = new Promise<CheckReport>((resolve) => {
    port1.once('message', (message: unknown) => resolve(CheckReport.parse(message)));
  });
  const thread = startThread(checkClosedEntry, { path, repair, port: port2 }, [port2]);
  try {
    await thread.completion;
    return await report;
  } finally {
    port1.close();
  }
}
