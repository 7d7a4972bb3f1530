import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchByLength } from '../../../electron/engine/sequence/batches.ts';

/** Number of padding positions in a batch, and of all positions. */
function padding(lengths: Int32Array, batch: Int32Array): { empty: number; all: number } {
  const batchLengths = batch.map((index) => lengths[index]!);
  const all = batch.length * Math.max(...batchLengths);
  return { empty: all - batchLengths.reduce((sum, length) => sum + length, 0), all };
}

const someLengths = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 500 }).map((all) => Int32Array.from(all));

describe('batches of similar length', () => {
  it('contain every sequence once', () => {
    fc.assert(
      fc.property(someLengths, (lengths) => {
        const places = batchByLength(lengths).flatMap((batch) => [...batch]);
        expect(places.toSorted((a, b) => a - b)).toEqual([...lengths.keys()]);
      }),
    );
  });

  it('fit into a core’s cache if they have more than one sequence', () => {
    fc.assert(
      fc.property(someLengths, (lengths) => {
        for (const batch of batchByLength(lengths)) {
          expect(batch.length === 1 || padding(lengths, batch).all <= 2048).toBe(true);
        }
      }),
    );
  });

  it('have little padding if they have more than a few sequences', () => {
    fc.assert(
      fc.property(someLengths, (lengths) => {
        for (const batch of batchByLength(lengths)) {
          const { empty, all } = padding(lengths, batch);
          expect(batch.length <= 8 || empty <= 0.05 * all).toBe(true);
        }
      }),
    );
  });
});
