import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TIME_KINDS } from '../../../electron/engine/columns/event-columns.ts';
import { unknownItems } from '../../../electron/engine/columns/unknown-items.ts';
import { hasDrifted } from '../../../shared/domain/drift.ts';

const event = fc.record({ item: fc.nat(5), time: fc.nat(20), kind: fc.constantFrom(...Object.values(TIME_KINDS)) });

it('the items of both periods are counted with their events, without those of undated events', () => {
  fc.assert(
    fc.property(fc.array(event), fc.uniqueArray(fc.integer({ min: 1, max: 5 })), fc.nat(20), (events, ids, from) => {
      const columns = {
        item: Uint8Array.from(events, ({ item }) => item),
        time: { values: Uint32Array.from(events, ({ time }) => time), unit: 1000 },
        timeKind: Uint8Array.from(events, ({ kind }) => kind),
      };
      const known = Uint8Array.from({ length: 6 }, (_, id) => Number(ids.includes(id)));
      const counts = (isIn: (time: number) => boolean) => {
        const own = events.filter(({ item, time, kind }) => item > 0 && kind !== TIME_KINDS.order && isIn(time));
        const unknown = own.filter(({ item }) => !ids.includes(item));
        const distinct = (list: typeof own) => new Set(list.map(({ item }) => item)).size;
        return {
          ...{ items: distinct(own), unknown: distinct(unknown) },
          ...{ events: own.length, unknownEvents: unknown.length },
        };
      };
      expect(unknownItems(columns, known, 1000 * from)).toEqual({
        last: counts((time) => time >= from),
        earlier: counts((time) => time < from),
      });
    }),
  );
});

it.each([
  ['more items are unknown than before', [100, 30], [1000, 150], true],
  ['as many are unknown as before, which are rare', [100, 30], [1000, 250], false],
  ['there are too few items', [19, 19], [1000, 0], false],
  ['there is no earlier data', [100, 30], [0, 0], true],
] as const)('where %s', (_, [items, unknown], [before, unknownBefore], drifted) => {
  const period = (all: number, few: number) => ({ items: all, unknown: few, events: all, unknownEvents: few });
  expect(hasDrifted({ last: period(items, unknown), earlier: period(before, unknownBefore) })).toBe(drifted);
});
