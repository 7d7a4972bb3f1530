/**
 * Returns for each cluster its anchor point: the member closest to the median of its members, so that the label lies on
 * a point even if the cluster is a ring. Clusters without points are left out.
 */
export function clusterAnchors(x: Float32Array, y: Float32Array, cluster: Int32Array): Map<number, number> {
  const members = new Map<number, number[]>();
  for (let i = 0; i < cluster.length; i++) {
    const id = cluster[i]!;
    const list = members.get(id);
    if (list) list.push(i);
    else members.set(id, [i]);
  }
  const anchors = new Map<number, number>();
  for (const [id, points] of members) {
    if (id < 0) continue;
    const [cx, cy] = [median(x, points), median(y, points)];
    let nearest = points[0]!;
    let leastDistance = Infinity;
    for (const i of points) {
      const distance = (x[i]! - cx) ** 2 + (y[i]! - cy) ** 2;
      if (distance < leastDistance) [nearest, leastDistance] = [i, distance];
    }
    anchors.set(id, nearest);
  }
  return anchors;
}

function median(values: Float32Array, points: readonly number[]): number {
  const sorted = Float32Array.from(points, (i) => values[i]!).sort();
  return sorted[sorted.length >> 1]!;
}
