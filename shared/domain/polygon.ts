export type Point = readonly [x: number, y: number];

/** Returns a point-in-polygon test (even-odd rule). The polygon may be self-intersecting and is closed implicitly. */
export function insidePolygon(polygon: readonly Point[]): (x: number, y: number) => boolean {
  const xs = polygon.map(([x]) => x);
  const ys = polygon.map(([, y]) => y);
  const box = { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) };
  return (x, y) => {
    if (x < box.left || x > box.right || y < box.low || y > box.high) return false;
    let inside = false;
    for (let i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      const crosses = ys[i]! > y !== ys[j]! > y;
      if (crosses && x < ((xs[j]! - xs[i]!) * (y - ys[i]!)) / (ys[j]! - ys[i]!) + xs[i]!) inside = !inside;
    }
    return inside;
  };
}
