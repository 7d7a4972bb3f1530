import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { findClusters } from '../../../electron/engine/map/clusters.ts';
import { graphOf } from '../../../electron/engine/map/graph.ts';
import { nearestNeighbours } from '../../../electron/engine/map/knn.ts';
import { louvain } from '../../../electron/engine/map/louvain.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { adjustedRand, plantedVectors } from '../../support/planted.ts';

beforeAll(() => startWasm());

describe('neighbours', () => {
  it('equal those found by sorting all distances', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer(),
        (points, width, seed) => {
          const { vectors } = plantedVectors(points, width, 3, 0.5, seed);
          const { k, distances } = nearestNeighbours(vectors, width, 5);
          for (let a = 0; a < points; a++) {
            const all = Array.from({ length: points }, (_, b) => b)
              .filter((b) => b !== a)
              .map((b) => {
                let dot = 0;
                for (let i = 0; i < width; i++) dot += vectors[a * width + i]! * vectors[b * width + i]!;
                return Math.max(0, 1 - dot);
              })
              .sort((x, y) => x - y)
              .slice(0, k);
            for (const [j, distance] of all.entries()) expect(distances[a * k + j]).toBeCloseTo(distance, 5);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are fewer if there are fewer points', () => {
    expect(nearestNeighbours(Float32Array.of(1, 0, 0, 1), 2, 15).k).toBe(1);
  });
});

describe('clusters', () => {
  it('recover planted groups', () => {
    const { vectors, truth } = plantedVectors(1200, 16, 6, 0.35);
    const clusters = findClusters({ vectors, width: 16 }, nearestNeighbours(vectors, 16, 15), 1, 1);
    expect(adjustedRand(clusters, truth)).toBeGreaterThan(0.9);
  });

  it('are deterministic for a seed, and numbered by descending size', () => {
    const { vectors } = plantedVectors(400, 8, 4, 0.4);
    const neighbours = nearestNeighbours(vectors, 8, 10);
    const first = findClusters({ vectors, width: 8 }, neighbours, 1, 7);
    expect(findClusters({ vectors, width: 8 }, neighbours, 1, 7)).toEqual(first);
    const sizes = Array.from({ length: Math.max(...first) + 1 }, (_, c) => first.filter((x) => x === c).length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('absorb groups that are too small', () => {
    const { vectors } = plantedVectors(500, 8, 40, 0.1);
    const clusters = findClusters({ vectors, width: 8 }, nearestNeighbours(vectors, 8, 5), 3, 1);
    const sizes = Array.from({ length: Math.max(...clusters) + 1 }, (_, c) => clusters.filter((x) => x === c).length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5);
  });

  it('merge groups of identical users into the nearest cluster', () => {
    const { vectors: few, truth } = plantedVectors(120, 8, 3, 0.3);
    const vectors = new Float32Array(2400 * 8);
    for (let copy = 0; copy < 20; copy++) vectors.set(few, copy * few.length);
    const clusters = findClusters({ vectors, width: 8 }, nearestNeighbours(vectors, 8, 15), 1, 1);
    const kinds = Int32Array.from(clusters, (_, user) => truth[user % 120]!);
    const pure = Array.from({ length: Math.max(...clusters) + 1 }, (_, c) => {
      const inside = kinds.filter((_, user) => clusters[user] === c);
      return Math.max(...[0, 1, 2].map((kind) => inside.filter((k) => k === kind).length)) / inside.length;
    });
    expect(pure.length).toBeLessThan(100);
    expect(Math.min(...pure)).toBeGreaterThan(0.95);
  });

  it('separate two cliques at the edge between them', () => {
    const edges = new Map<number, number>();
    for (const start of [0, 5])
      for (let a = start; a < start + 5; a++) for (let b = a + 1; b < start + 5; b++) edges.set(a * 10 + b, 1);
    edges.set(4 * 10 + 5, 1);
    const communities = louvain(graphOf(10, edges), 1, 1);
    expect(new Set(communities.slice(0, 5)).size).toBe(1);
    expect(new Set(communities).size).toBe(2);
  });
});
