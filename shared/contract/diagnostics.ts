import { z } from 'zod';
import { BackendName } from '../domain/backends.ts';
import { ErrorFacts, Frame } from '../domain/error-facts.ts';
import { RequestedBackend } from './backends.ts';
import { method } from './method.ts';

/** Facts about the machine and the program for a problem report; contains no user data. */
export const Diagnostics = z.object({
  /** Version of Portrait. */
  version: z.string(),
  /** Operating system, its release and the processor's architecture, such as `linux 6.1.0 x64`. */
  platform: z.string(),
  node: z.string(),
  /** Version of Electron; null in the browser host and on the command line. */
  electron: z.string().nullable(),
  cores: z.number().int(),
  /** Total memory in GiB. */
  memory: z.number(),
  /** Number of threads that train in parallel on `wasm`. */
  threads: z.number().int(),
  backends: z.array(
    z.object({
      name: BackendName,
      device: z.string().nullable(),
      /** Events per second of one thread; null if not measured. */
      rate: z.number().nullable(),
      /** Code of the error that prevents its use; null if there is none. */
      error: z.string().nullable(),
    }),
  ),
  requestedBackend: RequestedBackend,
  backendInUse: BackendName,
  /** Version of the database schema: that of this Portrait, and of the open workspace (null if none is open). */
  schema: z.object({ latest: z.number().int(), workspace: z.number().int().nullable() }),
  log: z.object({
    /** Path of the log relative to Portrait's home folder; null if it cannot be written. */
    file: z.string().nullable(),
    level: z.string(),
    /** Last entries, oldest first, one JSON object each. */
    lines: z.array(z.string()),
  }),
});
export type Diagnostics = z.infer<typeof Diagnostics>;

export const diagnostics = {
  'diagnostics.get': method(z.object({}), Diagnostics),
  /** Logs a failure of the window. `accepted` is false if there have been too many in the last minute. */
  'diagnostics.report': method(
    z.object({
      page: z.string().regex(/^[a-z]{1,20}$/),
      errors: ErrorFacts,
      /** React components around the failure, innermost first, as frames. */
      components: z.array(Frame).max(30),
    }),
    z.object({ accepted: z.boolean() }),
  ),
};
