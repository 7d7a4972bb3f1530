import { compare } from './compare.ts';
import { run } from './run.ts';
import { runs } from './runs.ts';
import { search } from './search.ts';
import { start } from './start.ts';

/** The list of models, and words that its pages share. */
export const model = {
  compare,
  run,
  runs,
  search,
  start,
  title: 'Model',
  description: 'A model learns from the sequences of behaviour what tends to follow what.',
  noDataTitle: 'No data to learn from',
  noDataText: 'Import an export of your shop first; a model is then trained on it.',
  parameters: 'Parameters',
  duration: 'Duration',
  intervalOf: '{{value}}; 95 % interval {{low}} to {{high}}',
  another: 'Train another',
  closeForm: 'Close the form',
  setting: 'Setting',
  predict: 'Predict something',
  from: 'What it learns from',
  behaviour: 'Behaviours',
  texts: 'Texts',
};
