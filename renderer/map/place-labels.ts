/** A label to place on a point of the screen; sizes and positions in pixels. */
export interface LabelCandidate {
  key: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Priority: labels of greater weight are placed first. */
  weight: number;
}

export interface PlacedLabel {
  key: number;
  /** The label's upper left corner. */
  left: number;
  top: number;
}

/** A rectangle on the screen, in pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Gap between two labels, in pixels. */
const GAP = 3;

/**
 * Candidate offsets of a label from its point, in multiples of its width and height: above the point, otherwise close by.
 */
const offsets = [
  [0, -0.9],
  [0, 0.9],
  [0, 0],
  [0.45, -0.9],
  [-0.45, -0.9],
  [0.45, 0.9],
  [-0.45, 0.9],
  [0, -1.8],
  [0, 1.8],
] as const;

/**
 * Places labels in descending order of weight so that none overlap, all lie within the screen, and none covers an
 * obstacle. Leaves out labels that do not fit and labels of points off the screen.
 */
export function placeLabels(
  labels: readonly LabelCandidate[],
  screen: { width: number; height: number },
  obstacles: readonly Box[] = [],
): PlacedLabel[] {
  const occupied: Box[] = [...obstacles];
  const placedLabels: PlacedLabel[] = [];
  for (const label of [...labels].sort((a, b) => b.weight - a.weight || a.key - b.key)) {
    if (label.x < 0 || label.y < 0 || label.x > screen.width || label.y > screen.height) continue;
    const box = offsets.map((offset) => boxAt(label, offset, screen)).find((candidate) => isFree(candidate, occupied));
    if (!box) continue;
    occupied.push(box);
    placedLabels.push({ key: label.key, left: box.left, top: box.top });
  }
  return placedLabels;
}

function boxAt({ x, y, width, height }: LabelCandidate, [dx, dy]: readonly [number, number], screen: Size): Box {
  const left = clamp(x + (dx - 0.5) * width, 0, screen.width - width);
  const top = clamp(y + (dy - 0.5) * height, 0, screen.height - height);
  return { left, top, right: left + width, bottom: top + height };
}

type Size = { width: number; height: number };

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

function isFree(box: Box, occupied: readonly Box[]): boolean {
  return occupied.every(
    (other) =>
      box.right + GAP <= other.left ||
      other.right + GAP <= box.left ||
      box.bottom + GAP <= other.top ||
      other.bottom + GAP <= box.top,
  );
}
