import type { Position } from './position.ts';

/** Maximum number of vertices of a lasso in a rule, so that the rule stays readable and fits into an address. */
const MAX_VERTICES = 40;
const DECIMALS = 3;

/**
 * Returns a polygon with at most 40 vertices, rounded to three decimals, that encloses nearly the same area: repeatedly
 * removes the vertex that forms the smallest triangle with its neighbours (Visvalingam and Whyatt, 1993). Returns null
 * if fewer than three vertices remain.
 */
export function simplifyPolygon(polygon: readonly Position[]): Position[] | null {
  const vertices = withoutRepeats(polygon.map(([x, y]): Position => [rounded(x), rounded(y)]));
  while (vertices.length > MAX_VERTICES) vertices.splice(smallestTriangle(vertices), 1);
  return vertices.length >= 3 && vertices.some((_, i) => triangleArea(vertices, i) > 0) ? vertices : null;
}

/** Rounds without leaving a negative zero. */
const rounded = (value: number) => Number(value.toFixed(DECIMALS)) + 0;

function withoutRepeats(polygon: readonly Position[]): Position[] {
  return polygon.filter(([x, y], i) => {
    const [lastX, lastY] = polygon.at(i - 1)!;
    return polygon.length === 1 || x !== lastX || y !== lastY;
  });
}

function smallestTriangle(vertices: readonly Position[]): number {
  let smallest = 0;
  let leastArea = Infinity;
  for (let i = 0; i < vertices.length; i++) {
    const area = triangleArea(vertices, i);
    if (area < leastArea) [smallest, leastArea] = [i, area];
  }
  return smallest;
}

/** Returns twice the area of the triangle of a vertex and its neighbours. */
function triangleArea(vertices: readonly Position[], i: number): number {
  const [ax, ay] = vertices.at(i - 1)!;
  const [bx, by] = vertices[i]!;
  const [cx, cy] = vertices[(i + 1) % vertices.length]!;
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
}
