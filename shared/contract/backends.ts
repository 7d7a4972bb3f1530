import { z } from 'zod';
import { BackendName } from '../domain/backends.ts';
import { ErrorShape } from './jobs.ts';
import { method } from './method.ts';

/** `auto`: the fastest that computes rightly, a processor that plays a GPU left out. */
export const BackendWish = z.enum(['auto', ...BackendName.options]);
export type BackendWish = z.infer<typeof BackendWish>;

/** What was found out about a backend on this machine. */
export const BackendFinding = z.object({
  name: BackendName,
  /** What it computes on, as its maker names it; null where it could not be started, or has not been asked yet. */
  device: z.string().nullable(),
  /** Whether that is a processor that plays a GPU: right, but slow. */
  software: z.boolean(),
  /** Behaviours that one thread learns from in a second; null where that was not measured. */
  rate: z.number().nullable(),
  /** Why it cannot be used, or what it lacks to be fast; null where nothing is wrong, or it has not been asked yet. */
  error: ErrorShape.nullable(),
});
export type BackendFinding = z.infer<typeof BackendFinding>;

export const backends = {
  /** What can compute on this machine, what was found out about it, and which of it is used. */
  'backends.list': method(
    z.object({}),
    z.object({
      backends: z.array(BackendFinding),
      wish: BackendWish,
      /** What the next job computes on. */
      inUse: BackendName,
      /** Threads that learn together on `wasm` where a training is large enough. */
      threads: z.number().int(),
      /** When all were measured, in milliseconds since the epoch; null where they never were. */
      measured: z.number().nullable(),
      /** The one that is being tested and timed; null while none is. */
      measuring: BackendName.nullable(),
    }),
  ),
  /** Chooses for this machine, from the next job on. */
  'backends.use': method(z.object({ backend: BackendWish }), z.object({})),
  /** Tests and times every backend, some seconds each, in processes of their own; answered when that is done. */
  'backends.measure': method(z.object({}), z.object({})),
};
