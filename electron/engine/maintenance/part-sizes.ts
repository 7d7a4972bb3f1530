import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PartSizes } from '../../../shared/domain/finding.ts';
import { fileSizes, totalSize } from '../store/backups/backup-sizes.ts';
import { exportFolder, jobFolder, modelsFolder } from '../store/workspace.ts';
import { backupsFolder } from '../store/workspace-folders.ts';

/** Returns the sizes of the parts of a workspace. */
export function partSizes(path: string): PartSizes {
  const sizeOf = (name: string) => totalSize(fileSizes(join(path, name)));
  const names = readdirSync(path);
  const isDatabase = (name: string) => /^workspace\.db(-wal|-shm)?$/.test(name);
  const isEarlierBackup = (name: string) => name.startsWith('workspace.db.backup-');
  const sum = (included: (name: string) => boolean) =>
    names.filter(included).reduce((total, name) => total + sizeOf(name), 0);
  const models = fileSizes(modelsFolder(path));
  const isOther = (name: string) =>
    !isDatabase(name) && !isEarlierBackup(name) && !['models', 'jobs', 'exports', 'backups'].includes(name);
  return {
    database: sum(isDatabase),
    models: totalSize(models),
    jobs: totalSize(fileSizes(jobFolder(path))),
    exports: totalSize(fileSizes(exportFolder(path))),
    backups: totalSize(fileSizes(backupsFolder(path)), models) + sum(isEarlierBackup),
    other: sum(isOther),
  };
}
