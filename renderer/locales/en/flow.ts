export const flow = {
  label: 'From data to segments',
  next: 'Next step',
  steps: { import: 'Import', train: 'Train', profiles: 'Profiles', map: 'Map', segments: 'Segments' },
  texts: {
    import: 'Bring in the behaviour of your users.',
    train: 'Train a model, so that it learns what tends to follow what.',
    profiles: 'Compute a profile of each user with the model.',
    map: 'Lay the users out on a map by what they do.',
    segments: 'Draw a segment on the map, or write a rule.',
  },
  done: 'done',
};
