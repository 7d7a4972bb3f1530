import { z } from 'zod';
import { job } from './method.ts';

const UndoResult = z.object({
  /** What was undone, the newest first. */
  imports: z.array(z.object({ import: z.number(), file: z.string() })),
  /** Events that are gone, and those that came back because they had been replaced. */
  events: z.number(),
  restored: z.number(),
  /** Users and items that are gone with them. */
  users: z.number(),
  items: z.number(),
  /** What had been derived of these users, and is gone as well. */
  profiles: z.number(),
  mapPoints: z.number(),
  members: z.number(),
  /** Runs that were trained since: they stay, but know what is no more, and should be trained again. */
  runs: z.array(z.string()),
  seconds: z.number(),
});
export type UndoResult = z.infer<typeof UndoResult>;

export const importUndo = {
  /**
   * Takes an import back, exactly: afterwards the data is as it was before. Later imports rest on earlier ones, so that one
   * which is not the newest needs `andLater`, which takes back all from the newest to it. All of it happens, or nothing.
   */
  'ingest.undo': job(z.object({ import: z.number().int(), andLater: z.boolean().default(false) }), UndoResult),
};
