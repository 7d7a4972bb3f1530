import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { backupsFolder, databaseFile } from '../workspace-folders.ts';
import { type BackupName, parseBackupName, parseEarlierName } from './backup-names.ts';

/** A complete backup of a workspace. */
export interface StoredBackup extends BackupName {
  /** Its folder; of a backup made by an earlier version, the copy of the database. */
  readonly path: string;
  /** The copy of the database. */
  readonly database: string;
  /** The copy of the models; null if it has none. */
  readonly models: string | null;
}

/** Returns the complete backups of a workspace, the newest first. */
export function storedBackups(workspace: string): StoredBackup[] {
  const folder = backupsFolder(workspace);
  const backups = namesIn(folder).flatMap((name) => {
    const parsed = parseBackupName(name);
    const path = join(folder, name);
    if (!parsed || !existsSync(databaseFile(path))) return [];
    return [{ ...parsed, path, database: databaseFile(path), models: join(path, 'models') }];
  });
  const earlier = namesIn(workspace).flatMap((name) => {
    const parsed = parseEarlierName(name);
    const path = join(workspace, name);
    return parsed ? [{ ...parsed, path, database: path, models: null }] : [];
  });
  return [...backups, ...earlier].sort((a, b) => b.time - a.time);
}

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
