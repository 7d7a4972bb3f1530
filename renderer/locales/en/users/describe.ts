/** A typed sentence as a profile. */
export const describe = {
  title: 'Describe somebody',
  text: 'Type what somebody might say or search for; the model tells who is like that and what they would turn to next.',
  sentence: 'In their own words',
  example: 'Looking for a phone case',
  find: 'Find',
  words: 'Words',
  known: 'known from texts',
  named: 'in the name of {{names}}',
  unknown: 'unknown',
  categories: 'Expected categories',
  items: 'Expected items',
  nearest: 'Nearest users',
  noProfiles: 'Compute profiles with this model to see who is nearest.',
  notPredicted: 'This model does not predict them.',
};
