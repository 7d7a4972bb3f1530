import { z } from 'zod';

/** Requests from the main process to the engine process; each is answered with its id when done. */
export const EngineProcessRequest = z.discriminatedUnion('type', [
  /** Serve the engine on the transferred port. */
  z.object({ id: z.number(), type: z.literal('connect') }),
  /** Grant the page access to a path that the user chose. */
  z.object({ id: z.number(), type: z.literal('grant'), path: z.string() }),
  /** Open a workspace that the user chose. */
  z.object({ id: z.number(), type: z.literal('open'), path: z.string() }),
  /** Return the path of an export of the open workspace; null if there is no such file. */
  z.object({ id: z.number(), type: z.literal('export'), name: z.string() }),
  /** Close the workspace cleanly. */
  z.object({ id: z.number(), type: z.literal('close') }),
]);
type EngineProcessRequest = z.infer<typeof EngineProcessRequest>;

/** A request without its id, which the sender adds. */
export type RequestWithoutId = EngineProcessRequest extends infer M
  ? M extends { id: number }
    ? Omit<M, 'id'>
    : never
  : never;

export const EngineProcessReply = z.object({
  id: z.number(),
  /** A path, or null. */
  answer: z.string().nullable(),
  /** Code, message and hint of the error, or null. */
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
});
export type EngineProcessReply = z.infer<typeof EngineProcessReply>;

/** Message of the engine process that another workspace is open; null if none is. */
export const WorkspaceNotice = z.object({ type: z.literal('workspace'), path: z.string().nullable() });
export type WorkspaceNotice = z.infer<typeof WorkspaceNotice>;
