import { isBackupDue } from '../store/backups/backup-schedule.ts';
import type { Workspace } from '../store/workspace.ts';

/** How often an open workspace is checked for a scheduled backup that is due. */
const INTERVAL_MS = 10 * 60_000;

/** Makes the scheduled backups of a workspace while it is open; one that is already due is made immediately. */
export class BackupTimer {
  private readonly timer: NodeJS.Timeout;

  /** `start` starts a backup; `isRunning` returns whether one is still running. */
  constructor(workspace: Workspace, start: () => void, isRunning: () => boolean) {
    const startIfDue = () => {
      if (!isRunning() && isBackupDue(workspace, Date.now())) start();
    };
    startIfDue();
    this.timer = setInterval(startIfDue, INTERVAL_MS).unref();
  }

  close(): void {
    clearInterval(this.timer);
  }
}
