/** Position of a legend entry, in pixels. */
export interface LegendPlace {
  left: number;
  top: number;
}

/** Height of a row, and margin around the legend, in pixels. */
const ROW = 24;
const MARGIN = 8;

/**
 * Lays out legend entries of the given widths in as few rows as `width` allows. Returns their positions and the height
 * of the legend with its margin. An entry wider than `width` has a row of its own.
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
