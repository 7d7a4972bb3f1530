import { type Graph, neighbourGraph } from './graph.ts';
import type { Neighbours } from './knn.ts';
import { louvain } from './louvain.ts';
import { nearestCentre, type Points } from './nearest-centre.ts';

/** Clusters smaller than this share of all users are joined to others. */
const SMALLEST_SHARE = 0.01;

/**
 * Clusters of users on their neighbour graph, numbered from 0, the largest first. The graph rather than the picture is cut:
 * a layout in two dimensions tears and joins what is not.
 */
export function findClusters(points: Points, neighbours: Neighbours, resolution: number, seed: number): Int32Array {
  const graph = neighbourGraph(neighbours);
  const clusters = louvain(graph, resolution, seed);
  joinSmall(points, graph, clusters, Math.max(2, Math.round(SMALLEST_SHARE * graph.nodes)));
  return bySize(clusters);
}

function sizesOf(clusters: Int32Array): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return sizes;
}

/**
 * Joins the smallest cluster to the one it is most tied to until none is too small. One without a tie, as where many users
 * did the very same few things, goes to the nearest.
 */
function joinSmall(points: Points, graph: Graph, clusters: Int32Array, smallest: number): void {
  for (;;) {
    const [small, size] = [...sizesOf(clusters)].sort((a, b) => a[1] - b[1])[0]!;
    if (size >= smallest) return;
    const into = strongestTie(graph, clusters, small) ?? nearestCentre(points, clusters, small);
    if (into === null) return;
    clusters.forEach((cluster, node) => {
      if (cluster === small) clusters[node] = into;
    });
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
