/** The form that starts a training or a search. */
export const start = {
  title: 'Train a model',
  begin: 'Start training',
  advancedChanged_one: 'Advanced settings ({{count}} changed)',
  advancedChanged_other: 'Advanced settings ({{count}} changed)',
  reset: 'Back to the preset',
  evaluateAfter: 'Judge it when it is trained',
  evaluateAfterHelp: 'Ranks all items for each user’s next one, beside five simple rules. Takes another while.',
  groups: {
    objective: 'What it is asked',
    masking: 'What is hidden',
    shape: 'Its shape',
    learning: 'How it learns',
    stopping: 'When it stops',
  },
  mode: 'What to do',
  one: 'Train one model',
  many: 'Search for settings',
  beginSearch: 'Start the search',
};
