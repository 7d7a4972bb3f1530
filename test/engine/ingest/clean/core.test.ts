import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaveOutRare } from '../../../../electron/engine/ingest/clean/core.ts';
import { namedEvents } from '../import-helpers.ts';
import { importCleaned, timeAt } from './cleaned.ts';
import { type Event, keptRows, withStaging } from './staging.ts';

type Pair = readonly [user: string, item: string];

const linesOf = (pairs: readonly Pair[]) => [
  'user,time,action,item',
  ...pairs.map(([user, item], i) => `${user},${timeAt(i)},view,${item}`),
];

/** Removes rare users and items repeatedly until none remain. */
function coreOf(pairs: readonly Pair[], least: { user: number; item: number }): readonly Pair[] {
  const count = (place: 0 | 1, name: string) => pairs.filter((pair) => pair[place] === name).length;
  const kept = pairs.filter(
    ([user, item]) => count(0, user) >= least.user && (item === '' || count(1, item) >= least.item),
  );
  return kept.length === pairs.length ? pairs : coreOf(kept, least);
}

describe('the k-core', () => {
  it('is repeated until nothing rare is left', async () => {
    const pairs: Pair[] = [
      ...(['a', 'b'] as const).flatMap((user): Pair[] => [
        [user, 'i1'],
        [user, 'i2'],
      ]),
      ['c', 'i1'],
      ['c', 'i3'],
    ];
    const { workspace, result } = await importCleaned({ core: { user: 2, item: 2 } }, linesOf(pairs));
    expect(namedEvents(workspace, 'user, item')).toEqual(pairs.slice(0, 4));
    expect(result.files[0]?.steps).toEqual([{ step: 'core', rows: 2, leavesOut: true }]);
  });

  it('is computed over all files together', async () => {
    const { result } = await importCleaned(
      { core: { user: 2 } },
      linesOf([['a', 'i1']]),
      linesOf([
        ['a', 'i2'],
        ['b', 'i2'],
      ]),
    );
    expect(result.files.map(({ events }) => events)).toEqual([1, 1]);
  });

  it('equals repeated removal of what is rare', async () => {
    const name = (names: readonly string[]) => fc.constantFrom(...names);
    const pair = fc.tuple(name(['a', 'b', 'c', 'd', 'e']), name(['i1', 'i2', 'i3', 'i4', '']));
    const least = fc.record({ user: fc.integer({ min: 1, max: 4 }), item: fc.integer({ min: 1, max: 4 }) });
    await withStaging((duck, stage) =>
      fc.assert(
        fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 30 }), least, async (pairs, core) => {
          const staged = await stage(pairs.map(([user, item], i): Event => [user, i, 'view', item]));
          const expected = coreOf(pairs, core);
          expect(await leaveOutRare(duck, [staged], core)).toEqual([pairs.length - expected.length]);
          expect((await keptRows(duck, staged)).map((place) => pairs[place])).toEqual(expected);
        }),
        { numRuns: 60 },
      ),
    );
  });
});
