import { describe, expect, it } from 'vitest';
import { hasWork } from '../../../renderer/training/has-work.ts';

describe('the engine has work, so that no estimate is started', () => {
  it('while a job is queued or runs', () => {
    expect(hasWork([{ kind: 'train.start', state: 'queued' }])).toBe(true);
    expect(hasWork([{ kind: 'import.files', state: 'running' }])).toBe(true);
  });

  it('not while there are only estimates and jobs that have ended', () => {
    expect(hasWork([])).toBe(false);
    expect(
      hasWork([
        { kind: 'train.estimate', state: 'running' },
        { kind: 'text.estimate', state: 'queued' },
        { kind: 'train.start', state: 'done' },
        { kind: 'map.compute', state: 'failed' },
      ]),
    ).toBe(false);
  });
});
