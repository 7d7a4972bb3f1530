import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaveOutNearRepeats } from '../../../../electron/engine/ingest/clean/near-repeats.ts';
import { namedEvents } from '../import-helpers.ts';
import { importCleaned, timeAt } from './cleaned.ts';
import { keptRows, withStaging } from './staging.ts';

const HEADER = 'user,time,action,item';

describe('near-duplicate events', () => {
  it('are measured from the last event that was kept', async () => {
    const lines = [HEADER, ...[0, 2, 4].map((second) => `u1,${timeAt(second)},view,i1`)];
    const { workspace } = await importCleaned({ nearRepeats: { seconds: 3 } }, lines);
    expect(namedEvents(workspace, 'time')).toEqual([[timeAt(0)], [timeAt(4)]]);
  });

  it('must agree in all fields, such as the search text', async () => {
    const lines = [
      'user,time,action,item,text,order_id',
      `u1,${timeAt(0)},search,,lamp,`,
      `u1,${timeAt(1)},search,,lamps,`,
      `u1,${timeAt(2)},search,,lamp,`,
      `u1,${timeAt(3)},buy,i1,,o1`,
      `u1,${timeAt(4)},buy,i1,,o2`,
      `u2,${timeAt(4)},buy,i1,,o2`,
    ];
    const { workspace, result } = await importCleaned({ nearRepeats: { seconds: 3 } }, lines);
    expect(result.dropped).toBe(1);
    expect(namedEvents(workspace, 'text, order_id').length).toBe(5);
  });

  it('of a client that repeats every second for two hours are thinned out', async () => {
    const lines = [HEADER, ...Array.from({ length: 7200 }, (_, i) => `u1,${timeAt(i)},ping,i1`)];
    const { result } = await importCleaned({ nearRepeats: { seconds: 2 } }, lines);
    expect(result.events).toBe(2400);
  });

  it('are not detected if times have no clock', async () => {
    const lines = [HEADER, 'u1,2024-05-01,view,i1', 'u1,2024-05-01,view,i1'];
    const { result } = await importCleaned({ nearRepeats: { seconds: 2 } }, lines);
    expect(result).toMatchObject({ events: 2, dropped: 0 });
    expect(result.files[0]?.steps).toEqual([]);
  });

  it('equal those found by visiting the events one by one', async () => {
    const event = fc.tuple(
      fc.constantFrom('a', 'b'),
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom('view', 'cart'),
      fc.constantFrom('i1', 'i2', ''),
    );
    const events = fc.array(event, { minLength: 1, maxLength: 80 });
    await withStaging((duck, stage) =>
      fc.assert(
        fc.asyncProperty(events, fc.constantFrom(1, 2, 3, 7.5), async (all, seconds) => {
          const staged = await stage(all);
          const kept: number[] = [];
          const last = new Map<string, number>();
          for (const [place, [user, second, ...told]] of [...all.entries()].sort((a, b) => a[1][1] - b[1][1])) {
            const key = [user, ...told].join(' ');
            if (second - (last.get(key) ?? Number.NEGATIVE_INFINITY) <= seconds) continue;
            last.set(key, second);
            kept.push(place);
          }
          expect(await leaveOutNearRepeats(duck, staged, seconds)).toBe(all.length - kept.length);
          expect(await keptRows(duck, staged)).toEqual(kept.sort((a, b) => a - b));
        }),
        { numRuns: 50 },
      ),
    );
  });
});
