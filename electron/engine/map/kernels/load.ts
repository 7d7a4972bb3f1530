import { instantiateFirst } from '../../model/kernels/instantiate.ts';

/** Names of the kernels, which threads use to tell each other what to run. */
export const KERNELS = [
  'emptyLists',
  'exactNeighbours',
  'startTree',
  'splitSegments',
  'joinLeaves',
  'copyLists',
  'reverseLists',
  'descend',
  'sortByDistance',
  'renumberLists',
  'copyVectors',
] as const;
export type KernelName = (typeof KERNELS)[number];

/**
 * Runs one piece of a kernel: the items `start` to `end`, by a thread with this number. Addresses are bytes in the shared
 * memory. Returns a number that is summed over all pieces.
 */
type Kernel = (start: number, end: number, thread: number, ...values: number[]) => number | undefined;

export type MapKernels = Readonly<Record<KernelName, Kernel>> & {
  /** Bytes of scratch memory per thread for comparisons of vectors of this width. */
  joinWork(width: number): number;
};

const FILES = ['map-kernels.wasm', 'map-kernels-simd.wasm'].map((name) => new URL(`./${name}`, import.meta.url));

/**
 * Instantiates the fastest build of the kernels that this machine can run; null if it can run none. Throws
 * KERNELS_MISSING.
 */
export function loadMapKernels(memory: WebAssembly.Memory): MapKernels | null {
  return (instantiateFirst(FILES, memory)?.exports as unknown as MapKernels) ?? null;
}
