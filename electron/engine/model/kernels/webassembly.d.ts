/**
 * The subset of the WebAssembly API that kernels use: Node provides it, but neither ES2024's types nor Node's declare
 * it.
 */
declare namespace WebAssembly {
  /** Whether this engine can compile a module of these bytes. */
  function validate(bytes: Uint8Array): boolean;
  class Memory {
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    readonly exports: Record<string, unknown>;
    constructor(module: Module, imports: Record<string, Record<string, unknown>>);
  }
}
