import { measureSequence, type Span } from './build-sequence.ts';
import type { Behaviours } from './encode.ts';

/** Part of a history that fits into one sequence, with the number of positions of that sequence. */
export interface Window {
  readonly span: Span;
  readonly positions: number;
}

/** Divides a span into windows of at most `length` positions, the last first. Together they hold every event once. */
export function windowsOf(behaviours: Behaviours, { from, to }: Span, length: number): Window[] {
  const windows: Window[] = [];
  for (let end = to; end > from; ) {
    const { from: first, positions } = measureSequence(behaviours, { from, to: end }, length);
    if (first === end) break;
    windows.push({ span: { from: first, to: end }, positions });
    end = first;
  }
  return windows;
}
