/** The form that starts a training or a search. */
export const start = {
  title: 'Train a model',
  begin: 'Start training',
  advancedChanged_one: 'Advanced settings ({{count}} changed)',
  advancedChanged_other: 'Advanced settings ({{count}} changed)',
  reset: 'Reset to preset',
  mapAfter: 'Profiles and first map afterwards',
  mapAfterHelp: 'Computes the profile of every user and lays all of them out on a map. Takes additional time.',
  evaluateAfter: 'Evaluate afterwards',
  evaluateAfterHelp: 'Compares the model with five baselines on each user’s held-out item. Takes additional time.',
  beginSearch: 'Start search',
};
