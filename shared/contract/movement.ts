import { z } from 'zod';
import { RunId } from './ids.ts';
import { job } from './method.ts';

/** A category, item or brand whose share of a user’s events has risen. */
export const Shift = z.object({
  kind: z.enum(['category', 'item', 'brand']),
  name: z.string(),
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
  /** Number of new events. */
  events: z.number(),
  /** Share of the new events, and of the earlier ones. */
  share: z.number(),
  earlierShare: z.number(),
});
export type Shift = z.infer<typeof Shift>;

export const Movement = z.object({
  run: z.string(),
  base: z.string(),
  /** Number of users with profiles of both runs, and of one only. */
  users: z.number(),
  onlyRun: z.number(),
  onlyBase: z.number(),
  /** Share of the variance of the vectors of `run` that the aligned vectors of `base` explain. */
  fit: z.number(),
  /** Number of events in imports that the training of `base` did not have. */
  newEvents: z.number(),
  /** Spearman’s rank correlation between distances and numbers of new events; null if there are none. */
  correlation: z.number().nullable(),
  /** Users by descending distance. */
  movers: z.array(
    z.object({
      user: z.string(),
      /** Distance between the aligned vectors, as a multiple of the root mean square length of a vector. */
      distance: z.number(),
      newEvents: z.number(),
      shifts: z.array(Shift),
    }),
  ),
  seconds: z.number(),
});
export type Movement = z.infer<typeof Movement>;

export const movement = {
  /**
   * Aligns the profiles of `base` to those of `run` by orthogonal Procrustes analysis, and returns the users whose
   * profiles differ most. Throws NO_PROFILES and NO_COMMON_USERS.
   */
  'profile.movement': job(
    z.object({ run: RunId, base: RunId, limit: z.number().int().min(1).max(1000).default(20) }),
    Movement,
    { reads: true },
  ),
};
