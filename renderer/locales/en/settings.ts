/** Settings page; the backends have texts of their own. */
export const settings = {
  description: 'For this window, the open workspace and this computer.',
  appearance: 'Appearance',
  backups: 'Backups',
  backupsHelp: 'Back up, choose a schedule, restore a backup, or check the workspace for damage.',
  folders: 'Folders',
  workspaceFolder: 'This workspace',
  homeFolder: 'Home folder',
  homeFolderHelp: 'New workspaces are created in the home folder.',
  diagnostics: 'Diagnostics',
  privacy: {
    title: 'Privacy',
    local: 'All data stays in the folder of the workspace, on this computer. Portrait sends nothing anywhere.',
    secret:
      'Hashed values are pseudonyms (HMAC-SHA-256 with a secret of this workspace): whoever has the workspace and a list of the original values can match them.',
    logs: 'Portrait’s log and the diagnostics contain no user data. The logs of jobs, in the workspace, may.',
    none: 'No imported column looked like personal data.',
    columns: 'Columns that look personal',
    column: 'Column',
    file: 'File',
    choice: 'Stored as',
    choices: { drop: 'not stored', hash: 'hashed', keep: 'plain text' },
  },
};
