import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BACKUP_LIMITS } from '../../../../shared/domain/backup-limits.ts';
import { type FileSizes, fileSizes, savedFiles, totalSize } from './backup-sizes.ts';
import { type StoredBackup, storedBackups } from './list-backups.ts';

/** Deletes the oldest backups until the others are within `BACKUP_LIMITS`. The newest one always stays. */
export function deleteOldBackups(workspace: string): void {
  const present = savedFiles(workspace);
  const limit = BACKUP_LIMITS.workspaceSizes * totalSize(present);
  let files: FileSizes = new Map();
  storedBackups(workspace).forEach((backup, index) => {
    const withBackup = new Map([...files, ...fileSizes(backup.path)]);
    const fits = index < BACKUP_LIMITS.count && totalSize(withBackup, present) <= limit;
    if (index === 0 || fits) files = withBackup;
    else deleteBackup(backup);
  });
}

/** Deletes a backup; one that is deleted in part no longer has the name of a backup. */
export function deleteBackup({ path }: StoredBackup): void {
  const draft = join(dirname(path), `.${basename(path)}.partial`);
  renameSync(path, draft);
  rmSync(draft, { recursive: true, force: true });
}
