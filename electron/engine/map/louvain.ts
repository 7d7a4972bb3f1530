import { Random } from '../../../shared/domain/random.ts';
import { type Graph, graphOf } from './graph.ts';

/**
 * Detects communities by modularity with the Louvain method (Blondel, Guillaume, Lambiotte and Lefebvre, 2008): nodes
 * move to the neighbouring community with the highest gain, communities become nodes, and so on until there is no gain.
 * `resolution` is the gamma of Reichardt and Bornholdt (2006). Returns each node's community, numbered from 0;
 * deterministic for a given seed.
 */
export function louvain(graph: Graph, resolution: number, seed: number): Int32Array {
  const random = new Random(seed);
  let level = graph;
  let membership = Int32Array.from({ length: graph.nodes }, (_, n) => n);
  for (;;) {
    const { communities, count } = moveNodes(level, resolution, random);
    membership = membership.map((node) => communities[node]!);
    if (count === level.nodes) return membership;
    level = aggregate(level, communities, count);
  }
}

function moveNodes(graph: Graph, resolution: number, random: Random): { communities: Int32Array; count: number } {
  const { nodes, offsets, targets, weights } = graph;
  const degree = degrees(graph);
  const total = degree.reduce((sum, d) => sum + d, 0);
  const community = Int32Array.from({ length: nodes }, (_, n) => n);
  const communityDegree = degree.slice();
  const toCommunity = new Float64Array(nodes);
  const order = Int32Array.from({ length: nodes }, (_, n) => n);
  for (let moved = true; moved; ) {
    moved = false;
    random.shuffle(order);
    for (const node of order) {
      const currentCommunity = community[node]!;
      const adjacentCommunities: number[] = [];
      for (let e = offsets[node]!; e < offsets[node + 1]!; e++) {
        if (targets[e] === node) continue;
        const c = community[targets[e]!]!;
        if (toCommunity[c] === 0) adjacentCommunities.push(c);
        toCommunity[c]! += weights[e]!;
      }
      communityDegree[currentCommunity]! -= degree[node]!;
      const gain = (c: number) => toCommunity[c]! - (resolution * degree[node]! * communityDegree[c]!) / total;
      let best = currentCommunity;
      let bestGain = gain(currentCommunity);
      for (const c of adjacentCommunities) {
        const g = gain(c);
        if (g > bestGain + 1e-10) {
          best = c;
          bestGain = g;
        }
      }
      for (const c of adjacentCommunities) toCommunity[c] = 0;
      communityDegree[best]! += degree[node]!;
      community[node] = best;
      if (best !== currentCommunity) moved = true;
    }
  }
  return renumber(community);
}

/** Weighted degree of each node; a self-loop counts twice. */
function degrees({ nodes, offsets, targets, weights }: Graph): Float64Array {
  const degree = new Float64Array(nodes);
  for (let n = 0; n < nodes; n++) {
    for (let e = offsets[n]!; e < offsets[n + 1]!; e++) degree[n]! += targets[e] === n ? 2 * weights[e]! : weights[e]!;
  }
  return degree;
}

function renumber(community: Int32Array): { communities: Int32Array; count: number } {
  const numbers = new Map<number, number>();
  const communities = community.map((c) => {
    const number = numbers.get(c) ?? numbers.size;
    numbers.set(c, number);
    return number;
  });
  return { communities, count: numbers.size };
}

/** Aggregates each community to a node; its internal edges become a self-loop. */
function aggregate({ nodes, offsets, targets, weights }: Graph, communities: Int32Array, count: number): Graph {
  const edges = new Map<number, number>();
  for (let n = 0; n < nodes; n++) {
    for (let e = offsets[n]!; e < offsets[n + 1]!; e++) {
      const t = targets[e]!;
      if (t < n) continue;
      const [a, b] = [communities[n]!, communities[t]!].sort((x, y) => x - y) as [number, number];
      const key = a * count + b;
      edges.set(key, (edges.get(key) ?? 0) + weights[e]!);
    }
  }
  return graphOf(count, edges);
}
