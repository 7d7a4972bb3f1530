/** The list of workspaces: the start page, and the page of all workspaces. */
export const workspaces = {
  title: 'Workspaces',
  description: 'A workspace is a folder with the data, models, maps and segments of one shop.',
  all: 'All workspaces',
  openFolder: 'Open folder…',
  elsewhere:
    'To open a workspace in another folder, start Portrait with its path: portrait serve FOLDER. It is then listed here.',
  none: 'No workspaces yet. Create one, or try the sample shop.',
  current: 'Open',
  lastUsed: 'Last used {{when}}',
  users_one: '{{count, number}} user',
  users_other: '{{count, number}} users',
  events_one: '{{count, number}} event',
  events_other: '{{count, number}} events',
  unknown: 'Not opened yet',
  thumbnail: 'Newest map of {{name}}',
  rename: 'Rename {{name}}',
  renameTitle: 'Rename workspace',
  renameText:
    'The folder is renamed. Watched folders wait until you confirm them again. Running jobs are cancelled if the workspace is open.',
  nameRefused: 'A name cannot contain a slash or a backslash, or begin with a full stop.',
  save: 'Rename',
  delete: 'Delete {{name}}',
  deleteTitle: 'Delete the workspace “{{name}}”?',
  deleteText:
    'The data, models, predictions, maps, segments, exports and backups in {{path}} are deleted. Your other files in this folder stay. This cannot be undone.',
  deleteSize: 'It contains {{contents}}.',
  deleted: 'Workspace deleted',
};
