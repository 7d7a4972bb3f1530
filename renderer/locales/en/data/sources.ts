/** Saved formats, watched folders and merged names. */
export const sources = {
  actions: 'Actions',
  presets: {
    title: 'Saved formats',
    text: 'Files with the columns of a saved format are recognised automatically.',
    remove: 'Remove',
    removeOf: 'Remove {{title}}',
    removed: 'Format removed',
    broken: '{{file}} cannot be read',
  },
  watch: {
    title: 'Watched folders',
    text: 'While this workspace is open, new and changed files in these folders are imported automatically.',
    add: 'Watch folder…',
    folder: 'Folder',
    state: 'State',
    watching: 'watching',
    missing: 'unavailable',
    waiting: 'waiting for your consent',
    waitingText:
      'This workspace has been moved, copied or received from somewhere else. Resume watching only for folders whose files you want in it.',
    resume: 'Resume watching',
    resumeOf: 'Resume watching {{folder}}',
    stop: 'Stop watching',
    stopOf: 'Stop watching {{folder}}',
  },
  merged: {
    title: 'Merged identities',
    text_one: 'One ID belongs to a user with another ID.',
    text_other: '{{count, number}} IDs belong to users with another ID.',
    more: 'Showing the first {{shown}}.',
    user: 'User',
    alias: 'Alias',
    import: 'Source',
    importNumber: 'Import {{id}}',
  },
};
