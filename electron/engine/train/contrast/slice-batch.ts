import { type Batch, padBatch } from '../../sequence/batches.ts';
import type { Slices } from './slices.ts';

/** Slices of some users that are told apart, padded, as the input of a forward pass. */
export interface SliceBatch {
  readonly inputs: Batch;
  /** Flat positions (row-major) of the events of all slices, and the slice of each. */
  readonly positions: Int32Array;
  readonly sliceOf: Int32Array;
  /** The history that each slice is of. */
  readonly histories: Int32Array;
  /** Share of the step's slices in this batch. */
  readonly share: number;
}

/** Maximum number of users that are told apart from each other; their slices are in the same worker. */
const MAX_USERS = 64;

/**
 * Groups the slices of a step, however many workers share it: each slice is compared with all others of its group.
 * Groups of a single history are left out, because there is nothing to tell it from.
 */
export function sliceBatches(slices: readonly Slices[]): SliceBatch[] {
  const groups = Array.from({ length: Math.ceil(slices.length / MAX_USERS) }, (_, g) =>
    slices.slice(g * MAX_USERS, (g + 1) * MAX_USERS),
  ).filter((group) => group.some(({ history }) => history !== group[0]!.history));
  const count = (group: readonly Slices[]) => group.reduce((sum, { sequences }) => sum + sequences.length, 0);
  const total = groups.reduce((sum, group) => sum + count(group), 0);
  return groups.map((group) => sliceBatch(group, count(group) / total));
}

function sliceBatch(group: readonly Slices[], share: number): SliceBatch {
  const sequences = group.flatMap((slices) => slices.sequences);
  const inputs = padBatch(sequences);
  const positions: number[] = [];
  const sliceOf: number[] = [];
  sequences.forEach(({ event }, row) => {
    event.forEach((e, t) => {
      if (e < 0) return;
      positions.push(row * inputs.length + t);
      sliceOf.push(row);
    });
  });
  const histories = group.flatMap((slices) => slices.sequences.map(() => slices.history));
  return {
    inputs,
    positions: Int32Array.from(positions),
    sliceOf: Int32Array.from(sliceOf),
    histories: Int32Array.from(histories),
    share,
  };
}
