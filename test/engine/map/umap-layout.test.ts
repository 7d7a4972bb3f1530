import { describe, expect, it } from 'vitest';
import { nearestNeighbours } from '../../../electron/engine/map/knn.ts';
import { layOutPoints } from '../../../electron/engine/map/umap-layout.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { plantedVectors } from '../../support/planted.ts';

await startWasm();

describe('the layout', () => {
  const { vectors, truth } = plantedVectors(300, 8, 3, 0.3);
  const neighbours = nearestNeighbours(vectors, 8, 12);
  const options = { minDist: 0.1, epochs: 150, seed: 3 };

  it('preserves neighbourhoods: most of a point’s nearest neighbours on the map are of its group', () => {
    const { x, y } = layOutPoints(neighbours, options, () => {});
    let same = 0;
    for (let a = 0; a < 300; a++) {
      const near = Array.from({ length: 300 }, (_, b) => b)
        .filter((b) => b !== a)
        .sort((b, c) => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!) - Math.hypot(x[a]! - x[c]!, y[a]! - y[c]!))
        .slice(0, 10);
      same += near.filter((b) => truth[b] === truth[a]).length;
    }
    expect(same / 3000).toBeGreaterThan(0.95);
  });

  it('is deterministic for a seed, and can be cancelled between epochs', () => {
    const first = layOutPoints(neighbours, options, () => {});
    expect(layOutPoints(neighbours, options, () => {})).toEqual(first);
    const stop = () => {
      throw new Error('stop');
    };
    expect(() => layOutPoints(neighbours, options, stop)).toThrow('stop');
  });

  it.each([
    [10, 15],
    [11, 15],
    [16, 15],
    [120, 119],
  ])('lays out %i users with %i neighbours each, of whom there are too few', (users, requested) => {
    const few = nearestNeighbours(plantedVectors(users, 8, 2, 0.3).vectors, 8, requested);
    const { x, y } = layOutPoints(few, { ...options, epochs: 5 }, () => {});
    expect(x).toHaveLength(users);
    expect([...x, ...y].every(Number.isFinite)).toBe(true);
  });
});
