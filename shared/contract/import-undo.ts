import { z } from 'zod';
import { job } from './method.ts';

const UndoResult = z.object({
  /** Imports that were undone, the newest first. */
  imports: z.array(z.object({ import: z.number(), file: z.string() })),
  /** Number of events removed, and of events restored that those imports had replaced. */
  events: z.number(),
  restored: z.number(),
  /** Number of users and items removed with them. */
  users: z.number(),
  items: z.number(),
  /** Number of derived records of these users that were removed as well. */
  profiles: z.number(),
  /** Scores of predictions; 0 in records of versions that left them. */
  scores: z.number().default(0),
  mapPoints: z.number(),
  members: z.number(),
  /** Runs trained since then. They are kept, but were trained on removed data and should be retrained. */
  runs: z.array(z.string()),
  seconds: z.number(),
});
export type UndoResult = z.infer<typeof UndoResult>;

export const importUndo = {
  /**
   * Undoes an import exactly: the data is as it was before it. Later imports depend on earlier ones, so undoing an
   * import other than the newest requires `andLater`, which undoes every import from the newest back to it, in one
   * transaction.
   */
  'ingest.undo': job(z.object({ import: z.number().int(), andLater: z.boolean().default(false) }), UndoResult, {
    reads: false,
  }),
};
