import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Graph, graphOf } from '../../../electron/engine/map/graph.ts';
import { louvain } from '../../../electron/engine/map/louvain.ts';

/** Graphs of 2 to 12 nodes with at least one edge and integer weights. */
const graphs = fc.integer({ min: 2, max: 12 }).chain((nodes) => {
  const node = fc.integer({ min: 0, max: nodes - 1 });
  const edge = fc.tuple(node, node, fc.integer({ min: 1, max: 9 })).filter(([a, b]) => a < b);
  return fc
    .array(edge, { minLength: 1, maxLength: 30 })
    .map((edges) => graphOf(nodes, new Map(edges.map(([a, b, weight]) => [a * nodes + b, weight]))));
});

/**
 * Modularity by its definition: over all pairs, the edge weight minus its expectation by chance (Newman and Girvan,
 * 2004).
 */
function modularity({ nodes, offsets, targets, weights }: Graph, communities: ArrayLike<number>, resolution: number) {
  const between = Array.from({ length: nodes }, () => new Float64Array(nodes));
  for (let n = 0; n < nodes; n++)
    for (let e = offsets[n]!; e < offsets[n + 1]!; e++) between[n]![targets[e]!]! += weights[e]!;
  const degrees = between.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  const total = degrees.reduce((sum, degree) => sum + degree, 0);
  let sum = 0;
  for (let a = 0; a < nodes; a++)
    for (let b = 0; b < nodes; b++)
      if (communities[a] === communities[b]) sum += between[a]![b]! - (resolution * degrees[a]! * degrees[b]!) / total;
  return sum / total;
}

describe('communities', () => {
  it('have at least the modularity of singletons and of one community, at resolution 1', () => {
    fc.assert(
      fc.property(graphs, fc.integer(), (graph, seed) => {
        const louvainModularity = modularity(graph, louvain(graph, 1, seed), 1);
        const alone = Array.from({ length: graph.nodes }, (_, node) => node);
        expect(louvainModularity).toBeGreaterThanOrEqual(modularity(graph, alone, 1) - 1e-9);
        expect(louvainModularity).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  it('cannot be improved by merging two of them', () => {
    fc.assert(
      fc.property(graphs, fc.double({ min: 0.3, max: 3, noNaN: true }), fc.integer(), (graph, resolution, seed) => {
        const communities = louvain(graph, resolution, seed);
        const louvainModularity = modularity(graph, communities, resolution);
        for (const target of new Set(communities))
          for (const source of new Set(communities)) {
            const joined = communities.map((community) => (community === source ? target : community));
            expect(modularity(graph, joined, resolution)).toBeLessThanOrEqual(louvainModularity + 1e-9);
          }
      }),
    );
  });

  it('are numbered from 0 without a gap', () => {
    fc.assert(
      fc.property(graphs, fc.integer(), (graph, seed) => {
        const used = [...new Set(louvain(graph, 1, seed))].sort((a, b) => a - b);
        expect(used).toEqual(Array.from(used.keys()));
      }),
    );
  });

  it('are the cliques of a ring of cliques, and pairs of them at a low resolution', () => {
    const cliques = 12;
    const size = 5;
    const nodes = cliques * size;
    const edges = new Map<number, number>();
    for (let c = 0; c < cliques; c++) {
      const first = c * size;
      for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) edges.set((first + a) * nodes + first + b, 1);
      const [from, to] = [first, (first + size) % nodes].sort((a, b) => a - b);
      edges.set(from! * nodes + to!, 1);
    }
    const graph = graphOf(nodes, edges);
    const ofCliques = louvain(graph, 1, 3);
    expect(new Set(ofCliques).size).toBe(cliques);
    for (let c = 0; c < cliques; c++) expect(new Set(ofCliques.slice(c * size, (c + 1) * size)).size).toBe(1);
    expect(new Set(louvain(graph, 0.2, 3)).size).toBeLessThan(cliques);
  });
});
