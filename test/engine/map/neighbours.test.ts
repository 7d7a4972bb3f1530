import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { KernelTeam } from '../../../electron/engine/map/kernels/kernel-team.ts';
import { nearestNeighbours } from '../../../electron/engine/map/knn.ts';
import { findNeighbours } from '../../../electron/engine/map/neighbours/find-neighbours.ts';
import type { Metric } from '../../../electron/engine/map/neighbours/vectors.ts';
import { Random } from '../../../shared/domain/random.ts';
import { plantedVectors } from '../../support/planted.ts';

const teams: KernelTeam[] = [];
afterAll(() => Promise.all(teams.map((team) => team.end())));

/** A team of this many threads, which have started. */
async function teamOf(threads: number): Promise<KernelTeam> {
  const team = KernelTeam.start(threads)!;
  teams.push(team);
  await team.started();
  return team;
}

const single = await teamOf(1);
const options = { neighbours: 5, metric: 'cosine', seed: 1, exact: true } as const;

/** Vectors around random centres, of any length. */
function scatteredVectors(points: number, width: number, seed: number, offset = 0): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({ length: points * width }, () => offset + random.normal());
}

/** Share of the exact neighbours of all points that were found, by index. */
function recallOf(found: Int32Array, exact: Int32Array, k: number): number {
  let hits = 0;
  for (let at = 0; at < exact.length; at += k) {
    const own = new Set(exact.subarray(at, at + k));
    for (const index of found.subarray(at, at + k)) if (own.has(index)) hits++;
  }
  return hits / exact.length;
}

describe('exact neighbours', () => {
  it.each<Metric>(['cosine', 'euclidean'])('have the %s distances of all pairs, sorted', async (metric) => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 140 }),
        fc.integer({ min: 1, max: 19 }),
        fc.integer(),
        async (points, width, seed) => {
          const vectors =
            metric === 'cosine'
              ? plantedVectors(points, width, 3, 0.5, seed).vectors
              : scatteredVectors(points, width, seed);
          const { k, indices, distances } = await findNeighbours(single, vectors, width, { ...options, metric });
          const reference = nearestNeighbours(vectors, width, 5, metric);
          expect(k).toBe(Math.min(5, points - 1));
          for (const [i, distance] of distances.entries()) {
            expect(distance).toBeCloseTo(reference.distances[i]!, 5);
            expect(indices[i]).not.toBe(Math.floor(i / k));
          }
          for (let at = 0; at < indices.length; at += k) expect(new Set(indices.subarray(at, at + k)).size).toBe(k);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('by Euclidean distance are right far from the origin', async () => {
    const vectors = scatteredVectors(200, 8, 4, 1000);
    const { indices } = await findNeighbours(single, vectors, 8, { ...options, metric: 'euclidean' });
    expect(recallOf(indices, nearestNeighbours(vectors, 8, 5, 'euclidean').indices, 5)).toBeGreaterThan(0.99);
  });

  it('are at distance 0 if users are identical, and at cosine distance 1 of a vector of zeros', async () => {
    const same = new Float32Array(60).map((_, i) => (i % 3) + 1);
    const identical = await findNeighbours(single, same, 3, options);
    expect([...identical.distances].every((distance) => distance === 0)).toBe(true);
    const zeros = await findNeighbours(single, new Float32Array(60), 3, options);
    expect([...zeros.distances].every((distance) => distance === 1)).toBe(true);
  });

  it('of one user are none', async () => {
    const { k, distances } = await findNeighbours(single, Float32Array.of(1, 0), 2, options);
    expect(k).toBe(1);
    expect([...distances].some(Number.isFinite)).toBe(false);
  });
});

describe('approximate neighbours', () => {
  const approximate = { ...options, neighbours: 10, exact: false };
  const { vectors } = plantedVectors(3000, 24, 12, 0.3);

  it('are nearly all of the exact ones, as the measured recall says', async () => {
    const { indices, recall } = await findNeighbours(single, vectors, 24, approximate);
    const { indices: exact } = await findNeighbours(single, vectors, 24, { ...approximate, exact: true });
    const measured = recallOf(indices, exact, 10);
    expect(measured).toBeGreaterThan(0.95);
    expect(Math.abs(recall - measured)).toBeLessThan(0.03);
  });

  it('are the same for a seed with any number of threads, and others for another seed', async () => {
    const hard = scatteredVectors(3000, 40, 2);
    const search = async (threads: number, seed: number) =>
      findNeighbours(await teamOf(threads), hard, 40, { ...approximate, seed });
    const first = await search(1, 7);
    expect(await search(2, 7)).toEqual(first);
    expect(await search(3, 7)).toEqual(first);
    expect((await search(1, 8)).indices).not.toEqual(first.indices);
  });

  it('are found where many users are identical', async () => {
    const copies = new Float32Array(4000 * 24);
    for (let row = 0; row < 4000; row++) copies.set(vectors.subarray((row % 4) * 24, ((row % 4) + 1) * 24), row * 24);
    const { distances, recall } = await findNeighbours(single, copies, 24, approximate);
    expect(recall).toBe(1);
    expect([...distances].every((distance) => distance === 0)).toBe(true);
  });

  it('can be cancelled', async () => {
    const stop = () => {
      throw new Error('stop');
    };
    await expect(findNeighbours(await teamOf(2), vectors, 24, approximate, stop)).rejects.toThrow('stop');
  });
});
