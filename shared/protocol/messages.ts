import { z } from 'zod';
import { EngineEvent } from '../contract/jobs.ts';
import { ErrorShape } from '../errors.ts';

/** Messages from a client to the engine. */
export const ToEngine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.number().int(), method: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('cancel'), id: z.number().int() }),
]);
export type ToEngine = z.infer<typeof ToEngine>;

/** Messages from the engine to a client. */
export const ToClient = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reply'), id: z.number().int(), output: z.unknown() }),
  z.object({ type: z.literal('error'), id: z.number().int(), error: ErrorShape }),
  z.object({ type: z.literal('event'), event: EngineEvent }),
]);
export type ToClient = z.infer<typeof ToClient>;
