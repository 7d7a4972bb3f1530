import { expect, it } from 'vitest';
import { isJobName, isMethodName, methods } from '../../../shared/contract/index.ts';

const jobs = Object.keys(methods).filter((name) => isMethodName(name) && isJobName(name));

it.each(jobs)('%s states whether it only reads', (name) => {
  expect(isMethodName(name) && methods[name].traits?.reads).toBeTypeOf('boolean');
});

it('the jobs that only read are explanations, estimates, comparisons, movements of profiles, calls about texts, next items, the quality of profiles, backups and checks', () => {
  const reading = jobs.filter((name) => isMethodName(name) && methods[name].traits?.reads);
  expect(reading.sort()).toEqual([
    'explain.attention',
    'explain.text',
    'profile.evaluate',
    'profile.movement',
    'profile.next',
    'text.classify',
    'text.estimate',
    'text.profile',
    'text.survey',
    'train.compare',
    'train.estimate',
    'workspace.backUp',
    'workspace.check',
  ]);
});
