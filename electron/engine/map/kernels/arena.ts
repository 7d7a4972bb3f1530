import { PortraitError } from '../../../../shared/errors.ts';

const PAGE = 65_536;
const MAX_PAGES = 65_536;

/** Arrays in the memory that all threads and their kernels share; they are released together with the memory. */
export class Arena {
  readonly memory: WebAssembly.Memory;
  /** First free byte; the first page is that of the kernels' constants. */
  private free = PAGE;

  constructor() {
    this.memory = new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES, shared: true });
  }

  /** Allocates zeros and returns their address. Throws MAP_TOO_LARGE. */
  allocate(bytes: number): number {
    const at = this.free;
    this.free = Math.ceil((at + bytes) / 64) * 64;
    const missing = Math.ceil((this.free - this.memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.grow(missing);
    return at;
  }

  floats(at: number, count: number): Float32Array {
    return new Float32Array(this.memory.buffer, at, count);
  }

  ints(at: number, count: number): Int32Array {
    return new Int32Array(this.memory.buffer, at, count);
  }

  private grow(pages: number): void {
    try {
      this.memory.grow(pages);
    } catch (error) {
      throw tooLarge(this.free, error);
    }
  }
}

function tooLarge(bytes: number, cause: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'MAP_TOO_LARGE',
      message: `There is not enough memory for a map of so many users: it needs at least ${Math.ceil(bytes / 1e6)} MB.`,
      hint: 'Close other programs, or use a run with a smaller width. The limit is 4.3 GB.',
      details: { bytes },
    },
    { cause },
  );
}
