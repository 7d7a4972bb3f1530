/** Saved formats, watched folders and merged names. */
export const sources = {
  presets: {
    title: 'Saved formats',
    text: 'Files with the columns of a saved format are recognised by it.',
    remove: 'Remove',
    removeOf: 'Remove {{title}}',
    broken: '{{file}} cannot be read',
  },
  watch: {
    title: 'Watched folders',
    text: 'While this workspace is open, files that appear or change there are imported by themselves.',
    add: 'Watch a folder…',
    folder: 'Folder',
    state: 'State',
    watching: 'watching',
    missing: 'cannot be read now',
    stop: 'Stop watching',
    stopOf: 'Stop watching {{folder}}',
  },
  merged: {
    title: 'Merged names',
    text_one: 'One name was found to be of a user known by another.',
    text_other: '{{count, number}} names were found to be of users known by another.',
    more: 'The first {{shown}} are shown.',
    user: 'User',
    alias: 'Also known as',
    import: 'Said by',
    importNumber: 'Import {{id}}',
  },
};
