/** The little of WebAssembly that kernels use: Node has it, but neither ES2024's types nor Node's name it. */
declare namespace WebAssembly {
  /** Whether this engine can run a module of these bytes. */
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
