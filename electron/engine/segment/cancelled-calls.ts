/** Number of queries that may wait at a time without sharing a flag. */
const FLAGS = 1024;

/** Flags in shared memory by which the engine tells the query thread that a query was cancelled. */
export class CancelledCalls {
  readonly flags: Int32Array<ArrayBufferLike>;

  constructor(
    flags: Int32Array<ArrayBufferLike> = new Int32Array(new SharedArrayBuffer(FLAGS * Int32Array.BYTES_PER_ELEMENT)),
  ) {
    this.flags = flags;
  }

  begin(id: number): void {
    Atomics.store(this.flags, id % FLAGS, 0);
  }

  cancel(id: number): void {
    Atomics.store(this.flags, id % FLAGS, id);
  }

  isCancelled(id: number): boolean {
    return Atomics.load(this.flags, id % FLAGS) === id;
  }
}
