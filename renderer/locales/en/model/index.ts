import { compare } from './compare.ts';
import { movement } from './movement.ts';
import { quality } from './quality.ts';
import { run } from './run.ts';
import { search } from './search.ts';
import { start } from './start.ts';

/** The list of models, and words that its pages share. */
export const model = {
  compare,
  movement,
  quality,
  run,
  search,
  start,
  intervalOf: '{{value}}; 95% confidence interval {{low}} to {{high}}',
  setting: 'Setting',
  trained: '{{run}} is trained',
  toResult: 'See the result',
};
