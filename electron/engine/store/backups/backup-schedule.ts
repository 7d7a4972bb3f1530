import type { Database } from 'better-sqlite3';
import { BackupSchedule } from '../../../../shared/contract/backups.ts';
import { storedBackups } from './list-backups.ts';

const NAME = 'backup.schedule';
const DAY = 86_400_000;
const INTERVALS: Readonly<Record<BackupSchedule, number>> = {
  off: Number.POSITIVE_INFINITY,
  daily: DAY,
  weekly: 7 * DAY,
};

/** Returns the backup schedule of a workspace; `off` by default. */
export function backupSchedule(db: Database): BackupSchedule {
  const value = db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck().get(NAME);
  return BackupSchedule.catch('off').parse(value);
}

export function setBackupSchedule(db: Database, schedule: BackupSchedule): void {
  db.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)').run(NAME, schedule);
}

/** Whether the newest backup of a workspace is older than its schedule allows. `now`: milliseconds since the epoch. */
export function isBackupDue({ db, path }: { readonly db: Database; readonly path: string }, now: number): boolean {
  const newest = storedBackups(path)[0]?.time ?? 0;
  return now - newest >= INTERVALS[backupSchedule(db)];
}
