import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BackupReason } from '../../../../shared/contract/backups.ts';

export interface BackupName {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly reason: BackupReason;
}

const FORM = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)-([a-z]+)$/;
/** Form of the copies that earlier versions made before a migration, as files beside the database. */
const EARLIER_FORM = /^workspace\.db\.backup-\d+-(\d{1,15})$/;

/** Returns the time and the reason that a backup's name states, or null if it is not the name of a backup. */
export function parseBackupName(name: string): BackupName | null {
  const [, hour, minute, second, word] = FORM.exec(name) ?? [];
  const time = Date.parse(`${hour}:${minute}:${second}`);
  const reason = BackupReason.safeParse(word);
  return reason.success && Number.isFinite(time) ? { name, time, reason: reason.data } : null;
}

/** Like `parseBackupName`, for the copies of earlier versions. */
export function parseEarlierName(name: string): BackupName | null {
  const time = EARLIER_FORM.exec(name)?.[1];
  return time === undefined ? null : { name, time: Number(time), reason: 'migration' };
}

/** Returns a name for a backup made now that no other in the folder has, such as `2026-11-30T15-42-11.123Z-undo`. */
export function newBackupName(folder: string, reason: BackupReason): string {
  for (let time = Date.now(); ; time++) {
    const name = `${new Date(time).toISOString().replaceAll(':', '-')}-${reason}`;
    if (!existsSync(join(folder, name))) return name;
  }
}
