import type { PortraitError } from '../../../../shared/errors.ts';

/** What a backend computes on. */
export interface Device {
  /** As its maker or its driver names it. */
  readonly description: string;
  /** Whether it is a processor that plays a GPU. */
  readonly software: boolean;
  /** What it has to do without, which makes it many times slower; absent where it lacks nothing. */
  readonly lacks?: PortraitError;
}

/** A way of doing a model's arithmetic that this machine may have. */
export interface Backend {
  /**
   * Makes it the one that TensorFlow.js computes on, whichever was before; a second call does just that. Throws a
   * PortraitError that says why where this machine cannot.
   */
  start(): Promise<Device>;
  /** Bytes that its tensors take, those that are kept for later ones included. */
  memory(): number;
}
