import { sharedDoubles, sharedInts } from '../../threads/shared-memory.ts';
import { KERNELS, type MapKernels } from './load.ts';

/** Maximum number of values of a kernel. */
const MAX_VALUES = 24;

/** Shared memory in which one thread tells the others what to run. */
export interface Orders {
  /** Index of the kernel, number of items, items per piece, number of values, and next piece. */
  readonly order: Int32Array<SharedArrayBuffer>;
  readonly values: Float64Array;
  /** By thread: number of the last order that it may take part in. */
  readonly invited: Int32Array<SharedArrayBuffer>;
  /** By thread: 1 once it has started. */
  readonly ready: Int32Array<SharedArrayBuffer>;
  /** Number of threads that have finished the current order; one element. */
  readonly left: Int32Array<SharedArrayBuffer>;
  /** By thread: sum of the results of the kernel. */
  readonly sums: Float64Array;
}

const KERNEL = 0;
const ITEMS = 1;
const PIECE = 2;
const VALUES = 3;
const NEXT = 4;

export function newOrders(threads: number): Orders {
  return {
    order: sharedInts(5),
    values: sharedDoubles(MAX_VALUES),
    invited: sharedInts(threads),
    ready: sharedInts(threads),
    left: sharedInts(1),
    sums: sharedDoubles(threads),
  };
}

/** What to run: a kernel over `items` items, `piece` of them at a time, with the values that follow them. */
export interface Order {
  readonly kernel: (typeof KERNELS)[number];
  readonly items: number;
  readonly piece: number;
  readonly values: readonly number[];
}

export function writeOrder(
  { order, values, left, sums }: Orders,
  { kernel, items, piece, values: given }: Order,
): void {
  order.set([KERNELS.indexOf(kernel), items, piece, given.length, 0]);
  values.set(given);
  sums.fill(0);
  left[0] = 0;
}

/** Runs unclaimed pieces of the current order until there are none. `onPiece` receives the number of claimed items. */
export function runOrder(
  { order, values, sums }: Orders,
  kernels: MapKernels,
  thread: number,
  onPiece: (items: number) => void = () => {},
): void {
  const kernel = kernels[KERNELS[order[KERNEL]!]!];
  const items = order[ITEMS]!;
  const piece = order[PIECE]!;
  const given = [...values.subarray(0, order[VALUES]!)];
  for (;;) {
    const start = Atomics.add(order, NEXT, 1) * piece;
    if (start >= items) return;
    const end = Math.min(items, start + piece);
    sums[thread]! += kernel(start, end, thread, ...given) ?? 0;
    onPiece(end);
  }
}
