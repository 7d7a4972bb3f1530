import { expect, it } from 'vitest';
import { nextStep } from '../../../renderer/components/workflow.ts';

const emptyProgress = { events: 0, runs: 0, profiles: 0, maps: 0, segments: 0 };

it('the next step advances from import to segments', () => {
  const steps: Partial<typeof emptyProgress>[] = [
    { events: 9 },
    { runs: 1 },
    { profiles: 9 },
    { maps: 1 },
    { segments: 1 },
  ];
  const nextSteps = [];
  let progress = emptyProgress;
  for (const step of [{}, ...steps]) {
    progress = { ...progress, ...step };
    nextSteps.push(nextStep(progress));
  }
  expect(nextSteps).toEqual(['import', 'train', 'profiles', 'map', 'segments', null]);
});

it('the next step is the first one without a result, whatever came later', () => {
  expect(nextStep({ ...emptyProgress, events: 5, segments: 1 })).toBe('train');
});
