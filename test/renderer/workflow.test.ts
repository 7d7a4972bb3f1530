import { expect, it } from 'vitest';
import { nextStep } from '../../renderer/components/workflow.ts';

const nothing = { events: 0, runs: 0, profiles: 0, maps: 0, segments: 0 };

it('leads from import to segments, one step at a time', () => {
  const taken: Partial<typeof nothing>[] = [{ events: 9 }, { runs: 1 }, { profiles: 9 }, { maps: 1 }, { segments: 1 }];
  const seen = [];
  let progress = nothing;
  for (const step of [{}, ...taken]) {
    progress = { ...progress, ...step };
    seen.push(nextStep(progress));
  }
  expect(seen).toEqual(['import', 'train', 'profiles', 'map', 'segments', null]);
});

it('goes back to what is missing, whatever came later', () => {
  expect(nextStep({ ...nothing, events: 5, segments: 1 })).toBe('train');
});
