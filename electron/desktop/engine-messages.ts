import { z } from 'zod';

/** What the main process asks of the engine's process; each is answered under its id once it is done. */
export const ToEngineProcess = z.discriminatedUnion('ask', [
  /** Serve the engine on the port that comes along. */
  z.object({ id: z.number(), ask: z.literal('connect') }),
  /** Let the page name this path: the user chose it. */
  z.object({ id: z.number(), ask: z.literal('grant'), path: z.string() }),
  /** Open a workspace that the user chose. */
  z.object({ id: z.number(), ask: z.literal('open'), path: z.string() }),
  /** Where the open workspace keeps an export; null where there is no such file. */
  z.object({ id: z.number(), ask: z.literal('export'), name: z.string() }),
  /** Close the workspace cleanly. */
  z.object({ id: z.number(), ask: z.literal('close') }),
]);
type ToEngineProcess = z.infer<typeof ToEngineProcess>;

/** One of these without its id, which the sender adds. */
export type Request = ToEngineProcess extends infer M ? (M extends { id: number } ? Omit<M, 'id'> : never) : never;

export const FromEngineProcess = z.object({
  id: z.number(),
  /** A path, or null. */
  answer: z.string().nullable(),
  /** The message and hint of what went wrong. */
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
});
export type FromEngineProcess = z.infer<typeof FromEngineProcess>;
