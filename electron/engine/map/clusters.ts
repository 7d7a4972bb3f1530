import { type Graph, neighbourGraph } from './graph.ts';
import type { Neighbours } from './knn.ts';
import { louvain } from './louvain.ts';

/** Clusters smaller than this share of all users are joined to the one they are most tied to. */
const SMALLEST_SHARE = 0.01;

/**
 * Clusters of users on their neighbour graph, numbered from 0, the largest first. The graph rather than the picture is cut:
 * a layout in two dimensions tears and joins what is not.
 */
export function findClusters(neighbours: Neighbours, resolution: number, seed: number): Int32Array {
  const graph = neighbourGraph(neighbours);
  const clusters = louvain(graph, resolution, seed);
  joinSmall(graph, clusters, Math.max(2, Math.round(SMALLEST_SHARE * graph.nodes)));
  return bySize(clusters);
}

function sizesOf(clusters: Int32Array): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return sizes;
}

/** Joins the smallest cluster to its strongest neighbour until none is too small or none of them has a neighbour. */
function joinSmall(graph: Graph, clusters: Int32Array, smallest: number): void {
  const alone = new Set<number>();
  for (;;) {
    const small = [...sizesOf(clusters)]
      .filter(([c, size]) => size < smallest && !alone.has(c))
      .sort((a, b) => a[1] - b[1])[0];
    if (!small) return;
    const into = strongestTie(graph, clusters, small[0]);
    if (into === null) alone.add(small[0]);
    else clusters.set(clusters.map((cluster) => (cluster === small[0] ? into : cluster)));
  }
}

function strongestTie({ offsets, targets, weights }: Graph, clusters: Int32Array, from: number): number | null {
  const ties = new Map<number, number>();
  clusters.forEach((cluster, node) => {
    if (cluster !== from) return;
    for (let e = offsets[node]!; e < offsets[node + 1]!; e++) {
      const to = clusters[targets[e]!]!;
      if (to !== from) ties.set(to, (ties.get(to) ?? 0) + weights[e]!);
    }
  });
  return [...ties].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function bySize(clusters: Int32Array): Int32Array {
  const order = [...sizesOf(clusters)].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const number = new Map(order.map(([cluster], i) => [cluster, i]));
  return clusters.map((cluster) => number.get(cluster)!);
}
