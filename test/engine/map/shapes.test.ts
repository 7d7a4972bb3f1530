import { beforeAll, describe, expect, it } from 'vitest';
import { findClusters } from '../../../electron/engine/map/clusters.ts';
import { nearestNeighbours } from '../../../electron/engine/map/knn.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { normaliseVector } from '../../../electron/engine/profile/normalise-vector.ts';
import { Random } from '../../../shared/domain/random.ts';
import { plantedVectors } from '../../support/planted.ts';

beforeAll(() => startWasm());

const WIDTH = 3;

/** Two interlocking half circles in a plane at distance 4, projected to unit vectors. */
function twoMoons(points: number, noise: number) {
  const random = new Random(5);
  const truth = Int32Array.from({ length: points }, (_, p) => p % 2);
  const vectors = new Float32Array(points * WIDTH);
  truth.forEach((moon, p) => {
    const angle = Math.PI * random.float();
    const [x, y] = moon === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    const vector = vectors.subarray(p * WIDTH, (p + 1) * WIDTH);
    vector.set([x - 0.5 + noise * random.normal(), y - 0.25 + noise * random.normal(), 4]);
    normaliseVector(vector);
  });
  return { vectors, truth };
}

const clustersOf = (vectors: Float32Array, width: number, resolution: number) =>
  findClusters({ vectors, width }, nearestNeighbours(vectors, width, 15), resolution, 1);

describe('clusters of any shape', () => {
  /** Modularity splits long shapes into pieces, fewer at a low resolution. */
  it('separate two interlocking moons, which no plane separates', () => {
    const { vectors, truth } = twoMoons(800, 0.05);
    const clusters = clustersOf(vectors, WIDTH, 0.05);
    let ofOneMoon = 0;
    for (const cluster of new Set(clusters)) {
      const moons = truth.filter((_, p) => clusters[p] === cluster);
      const second = moons.reduce((sum, moon) => sum + moon, 0);
      ofOneMoon += Math.max(second, moons.length - second);
    }
    expect(new Set(clusters).size).toBeLessThan(10);
    expect(ofOneMoon / truth.length).toBeGreaterThan(0.98);
  });

  it('are more and smaller at a higher resolution', () => {
    const { vectors } = plantedVectors(600, 8, 6, 0.6);
    const counts = [0.2, 1, 5].map((resolution) => new Set(clustersOf(vectors, 8, resolution)).size);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts[2]).toBeGreaterThan(counts[0]!);
  });

  it('contain every point, also if all points are equal or zero', () => {
    for (const value of [1, 0]) {
      const vectors = new Float32Array(60 * 2).map((_, i) => (i % 2 === 0 ? value : 0));
      const clusters = clustersOf(vectors, 2, 1);
      const used = [...new Set(clusters)].sort((a, b) => a - b);
      expect(used).toEqual(Array.from(used.keys()));
      expect(clusters).toHaveLength(60);
    }
  });
});
