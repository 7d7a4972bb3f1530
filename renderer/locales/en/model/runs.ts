/** Runs as things to keep: their names, their settings, and how they differ. */
export const runs = {
  title: 'Runs',
  ndcg: 'NDCG@10',
  kind: 'Kind',
  kinds: { behaviour: 'Behaviour', text: 'Text' },
  compare: 'Compare',
  compareRun: 'Compare {{run}}',
  compareChosen: 'Compare {{count}} runs',
  compareSome: 'Choose two or more to compare',
  renameTitle: 'Name and note of {{run}}',
  name: 'Name',
  note: 'Note',
  save: 'Save',
  deleteTitle: 'Delete this run?',
  deleteText:
    '“{{name}}” is removed with all that was made of it: its weights, profiles, maps and scores. This cannot be undone.',
  deleted: 'Run deleted',
  stale: 'New data since',
  staleHelp:
    'Behaviour was imported after this model had been trained. It does not know it: train another to include it.',
};
