/** Place of an entry of a legend, in pixels. */
export interface LegendPlace {
  left: number;
  top: number;
}

/** Height of a row, and the margin around all rows, in pixels. */
const ROW = 24;
const MARGIN = 8;

/**
 * Returns the places of a legend's entries of some widths, in as few rows as `width` allows, and the height of all rows
 * with their margin. An entry wider than a row has one of its own.
 */
export function legendRows(widths: readonly number[], width: number): { places: LegendPlace[]; height: number } {
  let [left, row] = [MARGIN, 0];
  const places = widths.map((entry): LegendPlace => {
    if (left > MARGIN && left + entry > width - MARGIN) [left, row] = [MARGIN, row + 1];
    const place = { left, top: MARGIN / 2 + row * ROW };
    left += entry;
    return place;
  });
  return { places, height: MARGIN + (row + 1) * ROW };
}
