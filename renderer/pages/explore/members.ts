/** Returns the indices of the bits that are set: bit i is `i & 7` of byte `i >> 3`. */
export function indicesOf(mask: Uint8Array, count: number): Uint32Array {
  const indices = new Uint32Array(count);
  let size = 0;
  for (let i = 0; i < count; i++) if (isMember(mask, i)) indices[size++] = i;
  return indices.slice(0, size);
}

/** Whether bit i of a mask is set. */
export const isMember = (mask: Uint8Array, i: number) => ((mask[i >> 3] ?? 0) & (1 << (i & 7))) !== 0;

/** Returns the indices of the points of a cluster. */
export function pointsOfCluster(clusters: Int32Array, cluster: number): Uint32Array {
  const points = new Uint32Array(clusters.length);
  let size = 0;
  for (let i = 0; i < clusters.length; i++) if (clusters[i] === cluster) points[size++] = i;
  return points.slice(0, size);
}

/** Returns the clusters of some points. */
export function clustersOf(clusters: Int32Array, points: Uint32Array): Set<number> {
  const ids = new Set<number>();
  for (const point of points) ids.add(clusters[point] ?? -1);
  return ids;
}
