/** A typed sentence as a profile. */
export const describe = {
  title: 'Describe a user',
  text: 'Enter what someone might say or search for. The model finds similar users and predicts what they would choose next.',
  sentence: 'Text',
  example: 'Looking for a phone case',
  find: 'Find',
  words: 'Words',
  known: 'in the vocabulary',
  named: 'in the name of {{names}}',
  unknown: 'unknown',
  categories: 'Predicted categories',
  items: 'Predicted items',
  nearest: 'Similar users',
  noProfiles: 'Compute profiles with this model to see similar users.',
  notPredicted: 'This model does not predict these.',
};
