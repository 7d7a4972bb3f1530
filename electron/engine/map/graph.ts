import type { Neighbours } from './knn.ts';

/** Weighted undirected graph in compressed sparse rows; each edge is listed at both ends. */
export interface Graph {
  readonly nodes: number;
  /** The neighbours of node n are at offsets[n] to offsets[n + 1]. */
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Builds the neighbour graph with UMAP's weights (McInnes, Healy and Melville, 2018): 1 for each point's nearest
 * neighbour, decreasing with distance so that a point's weights sum to log2(k); an edge with weights p and q from its
 * two ends has weight p + q − p q.
 */
export function neighbourGraph({ k, indices, distances }: Neighbours): Graph {
  const nodes = indices.length / k;
  const edges = new Map<number, number>();
  for (let a = 0; a < nodes; a++) {
    const weights = localWeights(distances.subarray(a * k, (a + 1) * k));
    for (let j = 0; j < k; j++) {
      const b = indices[a * k + j]!;
      const key = a < b ? a * nodes + b : b * nodes + a;
      const existingWeight = edges.get(key) ?? 0;
      edges.set(key, existingWeight + weights[j]! - existingWeight * weights[j]!);
    }
  }
  return graphOf(nodes, edges);
}

/** Returns the weights for one point's sorted distances, by bisection. */
function localWeights(distances: Float32Array): Float64Array {
  const nearest = distances[0]!;
  const targetSum = Math.log2(Math.max(2, distances.length));
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let sigma = 1;
  for (let step = 0; step < 64; step++) {
    let sum = 0;
    for (const distance of distances) sum += Math.exp(-(distance - nearest) / sigma);
    if (Math.abs(sum - targetSum) < 1e-5) break;
    if (sum > targetSum) high = sigma;
    else low = sigma;
    sigma = high === Number.POSITIVE_INFINITY ? sigma * 2 : (low + high) / 2;
  }
  return Float64Array.from(distances, (distance) => Math.exp(-(distance - nearest) / Math.max(sigma, 1e-9)));
}

/** Builds a graph from edges with keys `a * nodes + b`, a ≤ b; a self-loop (a = b) is listed once. */
export function graphOf(nodes: number, edges: ReadonlyMap<number, number>): Graph {
  const offsets = new Int32Array(nodes + 1);
  for (const key of edges.keys()) {
    const [a, b] = [Math.floor(key / nodes), key % nodes];
    offsets[a + 1]!++;
    if (a !== b) offsets[b + 1]!++;
  }
  for (let n = 0; n < nodes; n++) offsets[n + 1]! += offsets[n]!;
  const next = offsets.slice(0, nodes);
  const targets = new Int32Array(offsets[nodes]!);
  const weights = new Float64Array(offsets[nodes]!);
  for (const [key, weight] of edges) {
    const [a, b] = [Math.floor(key / nodes), key % nodes];
    targets[next[a]!] = b;
    weights[next[a]!++] = weight;
    if (a === b) continue;
    targets[next[b]!] = a;
    weights[next[b]!++] = weight;
  }
  return { nodes, offsets, targets, weights };
}
