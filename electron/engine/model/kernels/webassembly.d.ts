/**
 * The subset of the WebAssembly API that kernels use: Node provides it, but neither ES2024's types nor Node's declare
 * it.
 */
declare namespace WebAssembly {
  /** Whether this engine can compile a module of these bytes. */
  function validate(bytes: Uint8Array): boolean;
  type Exports = Record<string, unknown>;
  class Memory {
    readonly buffer: ArrayBuffer;
    /** Sizes are in pages of 64 KiB; a shared memory needs a maximum. */
    constructor(size: { initial: number; maximum?: number; shared?: boolean });
    /** Adds pages; throws RangeError if there is not enough memory. */
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    readonly exports: Exports;
    constructor(module: Module, imports: Record<string, Record<string, unknown>>);
  }
}
