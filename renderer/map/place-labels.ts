/** A label that wants to stand on a point of the screen; sizes and places in pixels. */
export interface Wanted {
  key: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The greater is placed first. */
  weight: number;
}

export interface Placed {
  key: number;
  /** The label's upper left corner. */
  left: number;
  top: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Room between two labels, in pixels. */
const GAP = 3;

/** Where a label may stand, in its own widths and heights from the point it names: on it, else close by. */
const offsets = [
  [0, 0],
  [0, -0.9],
  [0, 0.9],
  [0.45, -0.9],
  [-0.45, -0.9],
  [0.45, 0.9],
  [-0.45, 0.9],
  [0, -1.8],
  [0, 1.8],
] as const;

/**
 * Places labels so that none covers another and all lie within the screen. One that finds no room is left out, as are
 * those whose point is off the screen; the weightier go first.
 */
export function placeLabels(wanted: readonly Wanted[], screen: { width: number; height: number }): Placed[] {
  const taken: Box[] = [];
  const placed: Placed[] = [];
  for (const label of [...wanted].sort((a, b) => b.weight - a.weight || a.key - b.key)) {
    if (label.x < 0 || label.y < 0 || label.x > screen.width || label.y > screen.height) continue;
    const box = offsets.map((offset) => boxAt(label, offset, screen)).find((candidate) => isFree(candidate, taken));
    if (!box) continue;
    taken.push(box);
    placed.push({ key: label.key, left: box.left, top: box.top });
  }
  return placed;
}

function boxAt({ x, y, width, height }: Wanted, [dx, dy]: readonly [number, number], screen: Size): Box {
  const left = clamp(x + (dx - 0.5) * width, 0, screen.width - width);
  const top = clamp(y + (dy - 0.5) * height, 0, screen.height - height);
  return { left, top, right: left + width, bottom: top + height };
}

type Size = { width: number; height: number };

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

function isFree(box: Box, taken: readonly Box[]): boolean {
  return taken.every(
    (other) =>
      box.right + GAP <= other.left ||
      other.right + GAP <= box.left ||
      box.bottom + GAP <= other.top ||
      other.bottom + GAP <= box.top,
  );
}
