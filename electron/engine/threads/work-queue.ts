import { increment } from './barrier.ts';
import type { OnProgress } from './task.ts';

/** A shared task and its progress; see `Pieces`. */
export interface WorkOrder {
  /** Name of the parallel task. */
  readonly task: string;
  readonly input: unknown;
  readonly counts: Int32Array;
  /** Index of the first unclaimed piece, and number of completed items; one element each. */
  readonly next: Int32Array<SharedArrayBuffer>;
  readonly done: Int32Array<SharedArrayBuffer>;
}

/** Result of a piece. */
export interface PieceResult<Output> {
  readonly piece: number;
  readonly result: Output;
}

/** Yields unclaimed pieces one by one, claiming each. */
export function* claimPieces(nextPiece: Int32Array<SharedArrayBuffer>, count: number): Generator<number> {
  for (;;) {
    const piece = Atomics.add(nextPiece, 0, 1);
    if (piece >= count) return;
    yield piece;
  }
}

/**
 * Runs a piece of `count` items and adds its reported progress to `doneCount`, and the remaining items at the end.
 * `onReport` is called on each report; an error that it throws aborts the piece.
 */
export async function runCounted<T>(
  doneCount: Int32Array<SharedArrayBuffer>,
  count: number,
  run: (onProgress: OnProgress) => T | Promise<T>,
  onReport: () => void = () => {},
): Promise<T> {
  let reported = 0;
  const result = await run((processed) => {
    const current = Math.min(count, Math.max(reported, Math.floor(processed)));
    if (current > reported) increment(doneCount, current - reported);
    reported = current;
    onReport();
  });
  increment(doneCount, count - reported);
  return result;
}
