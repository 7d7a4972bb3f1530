/** Positions and clusters of a map's points; a negative cluster means none. */
interface ClusteredPoints {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly cluster: Int32Array;
}

const anchorsOfPoints = new WeakMap<ClusteredPoints, Map<number, number>>();

/** Returns the anchors of a map's clusters, which are computed once for each object. */
export function anchorsOf(points: ClusteredPoints): Map<number, number> {
  const anchors = anchorsOfPoints.get(points) ?? clusterAnchors(points);
  anchorsOfPoints.set(points, anchors);
  return anchors;
}

/**
 * Returns for each cluster its anchor point: the member closest to the median of its members, so that the label lies on
 * a point even if the cluster is a ring. Clusters without points are left out.
 */
export function clusterAnchors({ x, y, cluster }: ClusteredPoints): Map<number, number> {
  const anchors = new Map<number, number>();
  for (const [id, points] of membersOf(cluster)) {
    const [cx, cy] = [median(x, points), median(y, points)];
    let nearest = points[0]!;
    let leastDistance = Infinity;
    for (let m = 0; m < points.length; m++) {
      const i = points[m]!;
      const distance = (x[i]! - cx) ** 2 + (y[i]! - cy) ** 2;
      if (distance < leastDistance) [nearest, leastDistance] = [i, distance];
    }
    anchors.set(id, nearest);
  }
  return anchors;
}

/** Returns the points of each cluster, in the order of each cluster's first point. */
function membersOf(cluster: Int32Array): Map<number, Uint32Array> {
  const sizes = new Map<number, number>();
  for (let i = 0; i < cluster.length; i++) {
    const id = cluster[i]!;
    if (id >= 0) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  }
  const members = new Map(Array.from(sizes, ([id, size]) => [id, new Uint32Array(size)]));
  const next = new Map<number, number>();
  for (let i = 0; i < cluster.length; i++) {
    const points = members.get(cluster[i]!);
    if (!points) continue;
    const at = next.get(cluster[i]!) ?? 0;
    points[at] = i;
    next.set(cluster[i]!, at + 1);
  }
  return members;
}

function median(values: Float32Array, points: Uint32Array): number {
  const sorted = new Float32Array(points.length);
  for (let m = 0; m < points.length; m++) sorted[m] = values[points[m]!]!;
  sorted.sort();
  return sorted[sorted.length >> 1]!;
}
