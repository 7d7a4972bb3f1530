import { backupReasons } from '../../../../shared/texts/backup-reasons.ts';
import { findings, repairs } from '../../../../shared/texts/findings.ts';

/** The check and the backups of the workspace. */
export const maintenance = {
  open: 'Check and backups',
  title: 'Check and backups',
  check: 'Check',
  checkHelp: 'Checks the database, the files of models and jobs, and permissions.',
  checkNow: 'Check workspace',
  repair: 'Repair',
  sound: 'The workspace is sound.',
  unsound: 'The workspace needs attention.',
  sizes: 'Database {{database}}, models {{models}}, jobs {{jobs}}, exports {{exports}}, backups {{backups}}.',
  findings,
  repairs,
  backups: 'Backups',
  backupsHelp:
    'Made before an upgrade, an undo, a repair and a restoration. At most {{limit}} are kept; together they take at most {{factor}} times the size of the workspace.',
  backUp: 'Back up now',
  schedule: 'Also back up',
  schedules: { off: 'Never', daily: 'Daily, while open', weekly: 'Weekly, while open' },
  reasons: backupReasons,
  columns: { time: 'Time', reason: 'Reason', bytes: 'Size in bytes' },
  restore: 'Restore',
  restoreFrom: 'Restore the backup of {{time}}',
  restoreText:
    'Data and models return to their state of {{time}}. The current state is saved as another backup. Exports and the list of jobs stay.',
  restoring: 'Restoring the backup. The current state is saved first.',
  confirmRestore: 'Restore this backup',
  restored: 'Backup restored',
};
