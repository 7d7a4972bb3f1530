/** Formats a bin edge. */
type EdgeText = (edge: number) => string;

/**
 * Returns a label for each bin: its first and last number for integers (`3–9`, or `3`), otherwise its edges
 * (`0.3–0.5`).
 */
export function binLabels(edges: ArrayLike<number>, isWhole: boolean, text: EdgeText): string[] {
  const last = edges.length - 2;
  return Array.from({ length: Math.max(0, edges.length - 1) }, (_, bin) => {
    const [low = 0, high = 0] = [edges[bin], edges[bin + 1]];
    const end = isWhole && bin < last ? Math.max(low, Math.ceil(high) - 1) : high;
    return text(low) === text(end) ? text(low) : `${text(low)}–${text(end)}`;
  });
}

/** Whether all edges are integers. */
export function areWhole(edges: ArrayLike<number>): boolean {
  return Array.from(edges).every(Number.isInteger);
}
