import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Graph, neighbourGraph } from '../../../electron/engine/map/graph.ts';
import { nearestNeighbours } from '../../../electron/engine/map/knn.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { plantedVectors } from '../../support/planted.ts';

beforeAll(() => startWasm());

/** Each edge as `from to` with its weight, listed once from each end. */
function edgesOf({ nodes, offsets, targets, weights }: Graph): Map<string, number> {
  const edges = new Map<string, number>();
  for (let node = 0; node < nodes; node++)
    for (let e = offsets[node]!; e < offsets[node + 1]!; e++) edges.set(`${node} ${targets[e]!}`, weights[e]!);
  return edges;
}

describe('the neighbour graph', () => {
  it('is symmetric, with weights from 0 to 1 and no loops', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 80 }), fc.integer({ min: 2, max: 10 }), fc.integer(), (points, k, seed) => {
        const { vectors } = plantedVectors(points, 6, 3, 0.5, seed);
        const graph = neighbourGraph(nearestNeighbours(vectors, 6, k));
        const edges = edgesOf(graph);
        expect(edges.size).toBe(graph.targets.length);
        for (const [ends, weight] of edges) {
          const [from, to] = ends.split(' ');
          expect(from).not.toBe(to);
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(1);
          expect(edges.get(`${to} ${from}`)).toBe(weight);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('has weight 1 for each point’s nearest neighbour, and weights that sum to log2(k)', () => {
    const distances = Float32Array.of(0.1, 0.15, 0.2, 0.4);
    /** Point 0 has four neighbours, but is too distant in their lists to add any weight. */
    const far = [0, 0.001, 0.002, 100];
    const neighbours = {
      k: 4,
      indices: Int32Array.from([1, 2, 3, 4, ...[1, 2, 3, 4].flatMap((own) => otherNeighboursThenZero(own))]),
      distances: Float32Array.from([...distances, ...far, ...far, ...far, ...far]),
    };
    const edges = edgesOf(neighbourGraph(neighbours));
    const weightsOfFirst = [1, 2, 3, 4].map((to) => edges.get(`0 ${to}`)!);
    expect(weightsOfFirst[0]).toBeCloseTo(1, 6);
    expect(weightsOfFirst.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(2, 3);
  });

  it('has weights for identical points', () => {
    const vectors = new Float32Array(40).map((_, i) => (i % 2 === 0 ? 1 : 0));
    const edges = edgesOf(neighbourGraph(nearestNeighbours(vectors, 2, 5)));
    expect([...edges.values()].every((weight) => weight === 1)).toBe(true);
  });
});

/** The three points of 1 to 4 other than `excluded`, then 0. */
function otherNeighboursThenZero(excluded: number): number[] {
  return [...[1, 2, 3, 4].filter((other) => other !== excluded), 0];
}
