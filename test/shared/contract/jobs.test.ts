import { expect, it } from 'vitest';
import { Progress } from '../../../shared/contract/jobs.ts';

it('reads the progress of a job that a version with other stages and units recorded', () => {
  const recorded = { stage: 'train.epoch', done: 1, total: 2, unit: 'parsecs', figures: { 'linear accuracy': 0.5 } };
  expect(Progress.parse(recorded)).toEqual({ ...recorded, stage: 'other', unit: 'steps' });
});
