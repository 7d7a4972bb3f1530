import { type Graph, neighbourGraph } from './graph.ts';
import type { Neighbours } from './knn.ts';
import { louvain } from './louvain.ts';
import { nearestCentre, type Points } from './nearest-centre.ts';

/** Minimum cluster size, as a fraction of all users; smaller clusters are merged. */
const MIN_CLUSTER_SHARE = 0.01;

/**
 * Clusters users on their neighbour graph; clusters are numbered from 0, largest first. Clusters the graph instead of
 * the two-dimensional layout, which separates neighbours and joins points that are far apart.
 */
export function findClusters(points: Points, neighbours: Neighbours, resolution: number, seed: number): Int32Array {
  const graph = neighbourGraph(neighbours);
  const clusters = louvain(graph, resolution, seed);
  mergeSmallClusters(points, graph, clusters, Math.max(2, Math.round(MIN_CLUSTER_SHARE * graph.nodes)));
  return renumberBySize(clusters);
}

function sizesOf(clusters: Int32Array): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return sizes;
}

/**
 * Merges the smallest cluster into the one it is most connected to until none is too small. A cluster without outgoing
 * edges, as when many users have identical histories of few events, is merged into the nearest one.
 */
function mergeSmallClusters(points: Points, graph: Graph, clusters: Int32Array, minSize: number): void {
  for (;;) {
    const [small, size] = [...sizesOf(clusters)].sort((a, b) => a[1] - b[1])[0]!;
    if (size >= minSize) return;
    const target = mostConnectedCluster(graph, clusters, small) ?? nearestCentre(points, clusters, small);
    if (target === null) return;
    clusters.forEach((cluster, node) => {
      if (cluster === small) clusters[node] = target;
    });
  }
}

function mostConnectedCluster({ offsets, targets, weights }: Graph, clusters: Int32Array, from: number): number | null {
  const edgeWeights = new Map<number, number>();
  clusters.forEach((cluster, node) => {
    if (cluster !== from) return;
    for (let e = offsets[node]!; e < offsets[node + 1]!; e++) {
      const to = clusters[targets[e]!]!;
      if (to !== from) edgeWeights.set(to, (edgeWeights.get(to) ?? 0) + weights[e]!);
    }
  });
  return [...edgeWeights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function renumberBySize(clusters: Int32Array): Int32Array {
  const order = [...sizesOf(clusters)].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const number = new Map(order.map(([cluster], i) => [cluster, i]));
  return clusters.map((cluster) => number.get(cluster)!);
}
