import { describe, expect, it } from 'vitest';
import { nextAction } from '../../../renderer/pages/home/next-action.ts';
import { outOfDate } from '../../../renderer/pages/home/out-of-date.ts';

const done = (kind: string, ended: number) => ({ kind, state: 'done' as const, ended });

/** A workspace whose results were all made after its only import, at the times 2 to 5. */
const upToDate = {
  imports: [{ kind: 'events', imported: 1 }],
  jobs: [done('profile.compute', 3)],
  runs: [{ created: 2, profiles: 9 }],
  maps: [{ created: 4 }],
  segments: [{ created: 5 }],
};

const COMPLETE = { events: 9, runs: 1, profiles: 9, maps: 1, segments: 1 };

describe('out of date', () => {
  it('is nothing that was made after the last import of events', () => {
    expect(outOfDate(upToDate)).toEqual([]);
    const items = { kind: 'items', imported: 9 };
    expect(outOfDate({ ...upToDate, imports: [items, ...upToDate.imports] })).toEqual([]);
  });

  it('is everything older than an import of events, or than its undoing', () => {
    const all = ['model', 'profiles', 'map', 'segments'].map((kind) => ({ kind, count: 1 }));
    expect(outOfDate({ ...upToDate, imports: [{ kind: 'events', imported: 9 }] })).toEqual(all);
    expect(outOfDate({ ...upToDate, jobs: [done('ingest.undo', 9), ...upToDate.jobs] })).toEqual(all);
    expect(outOfDate({ ...upToDate, jobs: [{ ...done('ingest.undo', 9), state: 'failed' }] })).toEqual([]);
  });

  it('are the profiles if only an older model has some', () => {
    const runs = [{ created: 6, profiles: 0 }, ...upToDate.runs];
    expect(outOfDate({ ...upToDate, runs })).toEqual([{ kind: 'profiles', count: 1 }]);
  });

  it('is the newest model and map only, and each segment', () => {
    const imports = [{ kind: 'events', imported: 5 }];
    const runs = [{ created: 6, profiles: 9 }, ...upToDate.runs];
    const segments = [{ created: 3 }, { created: 4 }, { created: 7 }];
    const jobs = [done('profile.compute', 7)];
    expect(outOfDate({ imports, runs, jobs, segments, maps: [{ created: 8 }, { created: 4 }] })).toEqual([
      { kind: 'segments', count: 2 },
    ]);
  });
});

describe('the next action', () => {
  it('is the first step without a result, whatever is out of date', () => {
    expect(nextAction({ ...COMPLETE, segments: 0 }, [{ kind: 'model' }])).toBe('segments');
  });

  it('renews the first result that is out of date', () => {
    expect(nextAction(COMPLETE, [{ kind: 'model' }, { kind: 'map' }])).toBe('renewModel');
    expect(nextAction(COMPLETE, [{ kind: 'map' }, { kind: 'segments' }])).toBe('renewMap');
  });

  it('is to explore if everything is up to date, but for segments, which are not renewed', () => {
    expect(nextAction(COMPLETE, [])).toBe('explore');
    expect(nextAction(COMPLETE, [{ kind: 'segments' }])).toBe('explore');
  });
});
