import { z } from 'zod';
import { BackendName } from '../domain/backends.ts';
import { ErrorShape } from '../errors.ts';
import { method } from './method.ts';

/** Backend to use. `auto` selects the fastest backend that computes correctly, except a GPU emulated in software. */
export const RequestedBackend = z.enum(['auto', ...BackendName.options]);
export type RequestedBackend = z.infer<typeof RequestedBackend>;

/** Test result of a backend on this machine. */
export const BackendReport = z.object({
  name: BackendName,
  /**
   * Name of the device as its vendor reports it; null if the backend could not be started or has not been tested yet.
   */
  device: z.string().nullable(),
  /** Whether the device is a GPU emulated in software: correct, but slow. */
  software: z.boolean(),
  /** Training throughput of one thread, in events per second; null if not measured. */
  rate: z.number().nullable(),
  /**
   * Why the backend cannot be used, or what it lacks to be fast; null if there is no problem or it has not been tested
   * yet.
   */
  error: ErrorShape.nullable(),
});
export type BackendReport = z.infer<typeof BackendReport>;

export const backends = {
  /** The backends of this machine, their test results, and the one in use. */
  'backends.list': method(
    z.object({}),
    z.object({
      backends: z.array(BackendReport),
      requested: RequestedBackend,
      /** Backend of the next job. */
      inUse: BackendName,
      /** Number of threads that train in parallel on `wasm` if a training run is large enough. */
      threads: z.number().int(),
      /** Time when all backends were measured, in milliseconds since the epoch; null if they never were. */
      measured: z.number().nullable(),
      /** Backend that is currently being tested and timed; null if none is. */
      measuring: BackendName.nullable(),
    }),
  ),
  /** Sets the backend of this machine, effective from the next job. */
  'backends.use': method(z.object({ backend: RequestedBackend }), z.object({})),
  /** Tests and times every backend, for some seconds each, in separate processes; returns when all are done. */
  'backends.measure': method(z.object({}), z.object({})),
};
