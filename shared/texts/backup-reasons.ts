/** English texts of the reasons for a backup. */
export const backupReasons = {
  migration: 'before an upgrade',
  undo: 'before undoing an import',
  erasure: 'before an erasure',
  repair: 'before a repair',
  request: 'on request',
  schedule: 'by schedule',
  restore: 'before a restoration',
};
