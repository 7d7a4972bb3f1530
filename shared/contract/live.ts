import { z } from 'zod';
import { Path } from './import-file.ts';
import { ImportResult } from './ingest.ts';
import { job, method } from './method.ts';

/** How the ids of users are stored: as they are sent, or as keyed hashes. */
export const LiveUsers = z.enum(['keep', 'hash']);
export type LiveUsers = z.infer<typeof LiveUsers>;

export const LiveState = z.object({
  /** The address to which messages are posted, such as `http://127.0.0.1:4577/v1`; null while nothing is received. */
  url: z.string().nullable(),
  /** What a client authenticates with; null if the listener was never started. */
  key: z.string().nullable(),
  users: LiveUsers,
  /** Whether the workspace was moved, so that the listener is not started by itself. */
  waiting: z.boolean(),
  /** Counts of messages since the listener started. */
  accepted: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  /** The latest accepted message, in milliseconds since the epoch. */
  lastAccepted: z.number().nullable(),
  /** Code of the latest fault of a message. */
  lastFault: z.string().nullable(),
  /** Bytes that are on disk and not imported yet. */
  pendingBytes: z.number(),
  /** Code of the error of the latest import, which is tried again; null if it succeeded. */
  importError: z.string().nullable(),
});
export type LiveState = z.infer<typeof LiveState>;

export const live = {
  /**
   * Receives messages in the form of Segment's tracking API over HTTP on the loopback address, and imports them within
   * seconds. `port` 0 selects a free port; by default the listener has the same port and key as the last time. Throws
   * PORT_IN_USE.
   */
  'live.start': method(
    z.object({
      port: z.number().int().min(0).max(65_535).exactOptional(),
      users: LiveUsers.exactOptional(),
      /** Whether to listen again the next time the workspace is opened. */
      keep: z.boolean().default(true),
    }),
    LiveState,
  ),
  /** Stops receiving messages; those received are imported. */
  'live.stop': method(z.object({}), LiveState),
  'live.state': method(z.object({}), LiveState),
  /** Imports received messages; started by the engine. Rows are added to the import of the same day, if it is the newest. */
  'live.import': job(
    z.object({ files: z.array(Path).min(1).max(1_000_000), name: z.string().max(100), users: LiveUsers }),
    ImportResult,
    { reads: false, isRecorded: false },
  ),
};
