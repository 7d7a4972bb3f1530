import { type Lasso, POLYGON_SIZE } from '../../shared/domain/rule.ts';

type Polygon = Lasso['polygon'];

/** Returns a polygon as text: `0.1 0.5, 0.3 0.7, 0.2 0.1`. */
export function cornersText(polygon: Readonly<Polygon>): string {
  return polygon.map((corner) => corner.join(' ')).join(', ');
}

/** Parses the corners of a polygon. Returns null unless the text contains 3 to 400 pairs of numbers. */
export function parseCorners(text: string): Polygon | null {
  const polygon: Polygon = [];
  for (const corner of text.split(/[,，;；]/)) {
    const numbers = corner.trim().split(/\s+/).map(Number);
    const [x = Number.NaN, y = Number.NaN] = numbers;
    if (numbers.length !== 2 || !Number.isFinite(x) || !Number.isFinite(y)) return null;
    polygon.push([x, y]);
  }
  return polygon.length >= POLYGON_SIZE.least && polygon.length <= POLYGON_SIZE.most ? polygon : null;
}
