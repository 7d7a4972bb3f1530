import { backUp } from '../../../../electron/engine/store/backups/make-backup.ts';
import { restoreBackup } from '../../../../electron/engine/store/backups/restore-backup.ts';
import { openWorkspace } from '../../../../electron/engine/store/workspace.ts';

/** Backs up a workspace, or restores a backup: `child.ts WORKSPACE [BACKUP]`. */
const [path = '', backup] = process.argv.slice(2);
if (backup === undefined) {
  const workspace = openWorkspace(path);
  await backUp(workspace, 'request');
  workspace.close();
} else await restoreBackup(path, backup);
