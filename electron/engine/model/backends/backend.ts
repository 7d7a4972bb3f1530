import type { PortraitError } from '../../../../shared/errors.ts';

/** Device that a backend computes on. */
export interface Device {
  /** Name given by its manufacturer or driver. */
  readonly description: string;
  /** Whether it is a GPU emulated on the processor. */
  readonly software: boolean;
  /** Missing capability that makes it many times slower; absent if there is none. */
  readonly limitation?: PortraitError;
}

/** A compute backend for models, which this machine may or may not support. */
export interface Backend {
  /**
   * Makes it TensorFlow.js's current backend; may be called again. Throws a PortraitError with the reason if this
   * machine cannot run it.
   */
  start(): Promise<Device>;
  /** Bytes allocated for its tensors, including buffers kept for reuse. */
  memory(): number;
}
