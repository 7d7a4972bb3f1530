/** Start page of a workspace. */
export const home = {
  allSegments: 'All segments',
  noSegments: 'No segments yet. Select users on the map, or write a rule.',
  allModels: 'All models',
  noModels: 'No models yet.',
  imports: 'Last imports',
  allImports: 'All imports',
  noImports: 'No imports yet.',
  rows_one: '{{count, number}} row',
  rows_other: '{{count, number}} rows',
  jobs: 'Last jobs',
  next: {
    title: 'Next',
    import: { text: 'Import the events of your users, or try the sample shop.', label: 'Import data' },
    train: { text: 'Train a model to learn the patterns of user behaviour.', label: 'Train a model' },
    profiles: { text: 'Compute a profile of each user with the model.', label: 'Compute profiles' },
    map: { text: 'Lay out users on a map by similarity.', label: 'Compute a map' },
    segments: { text: 'Select users on the map and save them as a segment.', label: 'Explore' },
    renewModel: { text: 'The data has changed since the newest model was trained.', label: 'Train again' },
    renewProfiles: { text: 'The profiles are older than the data or the newest model.', label: 'Compute profiles' },
    renewMap: { text: 'The data has changed since the newest map was computed.', label: 'Compute a map' },
    explore: { text: 'Explore the users, and save groups as segments.', label: 'Explore' },
  },
  outOfDate: {
    title: 'Out of date',
    model: 'The newest model was trained before the data last changed.',
    drift: '{{share}} of the items of the last {{days}} days are unknown to {{run}}. Train a new model.',
    profiles: 'The profiles were computed before the data last changed, or with an older model than the newest.',
    map: 'The newest map was computed before the data last changed.',
    segments_one:
      '{{count, number}} segment was saved before the data last changed; its members are those of that time.',
    segments_other:
      '{{count, number}} segments were saved before the data last changed; their members are those of that time.',
  },
  will: {
    title: 'What you will find here',
    data: 'How many events, users and items there are, what time they cover, and how good the data is.',
    explore: 'Users on a map by similar behaviour, the groups they form, and what each group does differently.',
    segments: 'Groups that you keep, by rule or from the map, ready to export.',
    predictions: 'What each user is likely to do next, and how far to trust it.',
  },
};
