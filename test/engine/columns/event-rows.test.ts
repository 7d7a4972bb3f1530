import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachEvent, readRows } from '../../../electron/engine/store/columns/event-rows.ts';
import { testWorkspace } from '../../support/shop.ts';
import { items, shopOf, shops } from '../segment/random-shop.ts';

describe('the events read from the image of a workspace', () => {
  it('are those that a statement finds', () => {
    fc.assert(
      fc.property(shops, (drawn) => {
        const workspace = shopOf({ ...drawn, items });
        const [fromImage, fromRows]: [number[][], number[][]] = [[], []];
        eachEvent(workspace.db, (event) => fromImage.push([...event]));
        readRows(workspace.db, (event) => fromRows.push([...event]));
        expect(fromImage).toEqual(fromRows);
        expect(fromImage).toHaveLength(drawn.events.length);
        workspace.close();
      }),
      { numRuns: 10 },
    );
  });

  it('are none in an empty workspace', () => {
    const events: Float64Array[] = [];
    eachEvent(testWorkspace().db, (event) => events.push(event));
    expect(events).toEqual([]);
  });
});
