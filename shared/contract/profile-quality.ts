import { z } from 'zod';
import { DEFAULT_POOLING, Pooling } from '../domain/pooling.ts';
import { RunId } from './ids.ts';
import { job } from './method.ts';
import { Interval } from './prediction.ts';

/** How well linear models predict something about users from different features, in the same folds over users. */
const Probe = z.object({
  /** Name of an attribute, or `returns`, `buys` or `spend`. */
  target: z.string(),
  /** Days of the window that is predicted from the history before it; null for an attribute. */
  days: z.number().nullable(),
  /** `rocAuc` for two classes and for labels, `accuracy` for more classes, `spearman` for money. Higher is better. */
  metric: z.string(),
  /** Number of users, each in the test part of one fold, and number of classes. */
  users: z.number(),
  classes: z.number(),
  /** The run's vectors. */
  vector: z.number(),
  /** TF-IDF counts with recency, frequency and money. */
  counts: z.number(),
  /** Vectors and counts side by side. */
  union: z.number(),
  /** Vectors of an encoder of the same shape with untrained weights. */
  random: z.number(),
  /** Truncated singular value decomposition of the counts of the finest field, 64 dimensions. */
  svd: z.number(),
  /** Recency, frequency, money, and shares of actions, categories, brands, price levels, hours and weekdays. */
  aggregates: z.number(),
  /** Union minus counts, with its 95 % interval by paired bootstrap over users. */
  gain: Interval,
});
export type Probe = z.infer<typeof Probe>;

/** Share of users whose own later half is the nearest, and among the ten nearest, to their earlier half. */
const OwnHalfRecall = z.object({ 'recall@1': z.number(), 'recall@10': z.number() });
export type OwnHalfRecall = z.infer<typeof OwnHalfRecall>;

const OwnHalf = OwnHalfRecall.extend({
  /** Number of users with at least four events. */
  users: z.number(),
  /** The same of plain counts, and of an encoder with untrained weights. */
  counts: OwnHalfRecall,
  random: OwnHalfRecall,
});
export type OwnHalf = z.infer<typeof OwnHalf>;

/**
 * Mean Jaccard index of what a user and ten others have in the window after the cutoff: of the ten nearest by vectors
 * before the cutoff, of the ten nearest by counts, and of ten drawn at random.
 */
const NeighbourAgreement = z.object({
  days: z.number(),
  of: z.enum(['item', 'category', 'brand']),
  /** Number of users with any of them in the window. */
  users: z.number(),
  vector: z.number(),
  counts: z.number(),
  random: z.number(),
});
export type NeighbourAgreement = z.infer<typeof NeighbourAgreement>;

const ProfileQuality = z.object({
  run: z.string(),
  /** Number of users, and of dimensions of the vectors. */
  users: z.number(),
  dimensions: z.number(),
  probes: z.array(Probe),
  /** Targets that have no probe, with the code of the error that says why. */
  skipped: z.array(z.object({ target: z.string(), reason: z.string() })),
  ownHalf: OwnHalf,
  /** Null if the data has no dates, or too few users are active in the window. */
  neighbours: NeighbourAgreement.nullable(),
  /**
   * Whether the run was also trained on events of the window of the future behaviours, so that its figures for these are
   * an upper bound. A run trained with `until` at or before the cutoff was not.
   */
  sawFuture: z.boolean(),
  /** Start of that window in milliseconds since the epoch; null without dates. */
  cutoff: z.number().nullable(),
  seconds: z.number(),
});
export type ProfileQuality = z.infer<typeof ProfileQuality>;

export const ProfileQualityInput = z.object({
  run: RunId,
  pooling: Pooling.default(DEFAULT_POOLING),
  /** Number of folds over users, and the seed of their division. */
  folds: z.number().int().min(2).max(20).default(5),
  seed: z.number().int().default(1),
  /** Days of the window of future behaviour; shorter if the data does not cover it. */
  days: z.number().int().min(1).max(365).default(30),
  /** Maximum number of users of each measure, evenly spread. */
  users: z.number().int().min(20).max(100_000).default(5000),
});
export type ProfileQualityInput = z.infer<typeof ProfileQualityInput>;

export const profileQuality = {
  /** Measures how much the vectors of a run say about users, beside plain features. Stores nothing. */
  'profile.evaluate': job(ProfileQualityInput, ProfileQuality, { reads: true }),
};
