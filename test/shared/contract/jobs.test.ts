import { expect, it } from 'vitest';
import { Progress } from '../../../shared/contract/jobs.ts';

it('accepts the progress of a job recorded by a version with other stages and units', () => {
  const recorded = { stage: 'train.epoch', done: 1, total: 2, unit: 'parsecs', figures: { 'linear accuracy': 0.5 } };
  expect(Progress.parse(recorded)).toEqual({ ...recorded, stage: 'other', unit: 'steps' });
});
