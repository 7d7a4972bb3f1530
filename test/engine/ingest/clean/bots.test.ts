import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaveOutBots } from '../../../../electron/engine/ingest/clean/bots.ts';
import { queryScalar } from '../import-helpers.ts';
import { importCleaned, timeAt } from './cleaned.ts';
import { type Event, withStaging } from './staging.ts';

const HEADER = 'user,time,action,item';
const events = (user: string, seconds: readonly number[]) =>
  seconds.map((second, i) => `${user},${timeAt(second)},view,i${i}`);
const range = (count: number, step: number, from = 0) => Array.from({ length: count }, (_, i) => from + i * step);

describe('bots', () => {
  it('are dropped if they exceed the rate within any sixty seconds', async () => {
    const lines = [
      HEADER,
      ...events('person', range(10, 61)),
      // Three in each minute of the clock, but six within the sixty seconds from 00:00:30.
      ...events('bot', [30, 31, 32, 60, 61, 62]),
      ...events('busy', [0, 1, 2, 3, 4]),
    ];
    const { workspace, result } = await importCleaned({ bots: { perMinute: 5 } }, lines);
    expect(queryScalar(workspace, "SELECT group_concat(name, ',') FROM (SELECT name FROM users ORDER BY name)")).toBe(
      'busy,person',
    );
    expect(result.files[0]?.steps).toEqual([{ step: 'bots', rows: 6, leavesOut: true }]);
  });

  it('are counted over all files together, and dropped from each', async () => {
    const first = [HEADER, ...events('bot', range(3, 1)), ...events('person', [0])];
    const second = [HEADER, ...events('bot', range(3, 1, 10)), ...events('bot', [9000])];
    const { result } = await importCleaned({ bots: { perMinute: 5 } }, first, second);
    expect(result.files.map(({ dropped }) => dropped)).toEqual([3, 4]);
  });

  it('are detected by the day only if there are dates without times', async () => {
    const lines = [HEADER, ...range(70, 1).map((i) => `u1,2024-05-0${1 + (i % 7)},view,i${i}`)];
    expect((await importCleaned({ bots: { perMinute: 5 } }, lines)).result.dropped).toBe(0);
    expect((await importCleaned({ bots: { perDay: 9 } }, lines)).result.dropped).toBe(70);
    expect((await importCleaned({ bots: { perDay: 10 } }, lines)).result.dropped).toBe(0);
  });

  it('equal those found by a plain count', async () => {
    const times = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 12 });
    const users = fc.array(times, { minLength: 1, maxLength: 4 });
    await withStaging((duck, stage) =>
      fc.assert(
        fc.asyncProperty(users, fc.integer({ min: 1, max: 6 }), async (all, most) => {
          const staged = await stage(
            all.flatMap((seconds, u) => seconds.map((second): Event => [`u${u}`, second, 'view', 'i'])),
          );
          const bots = all.filter((seconds) =>
            seconds.some((from) => seconds.filter((second) => second >= from && second < from + 60).length > most),
          );
          expect(await leaveOutBots(duck, [staged], { perMinute: most })).toEqual([bots.flat().length]);
        }),
      ),
    );
  });
});
