/** The form that starts a training or a search. */
export const start = {
  title: 'Train a model',
  begin: 'Start training',
  advancedChanged_one: 'Advanced settings ({{count}} changed)',
  advancedChanged_other: 'Advanced settings ({{count}} changed)',
  reset: 'Reset to preset',
  evaluateAfter: 'Evaluate afterwards',
  evaluateAfterHelp: 'Compares the model with five baselines on each user’s held-out item. Takes additional time.',
  mode: 'Mode',
  one: 'Train one model',
  many: 'Hyperparameter search',
  beginSearch: 'Start search',
};
