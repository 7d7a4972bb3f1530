import { z } from 'zod';
import { TrainConfig } from '../domain/train-config.ts';
import { Float32, Int32 } from './arrays.ts';
import { job, method } from './method.ts';
import { RatingFigures } from './rating.ts';

/** recall@5/10/20 (the same as the hit rate), ndcg@5/10/20 and mrr, each in [0, 1]. */
export const Metrics = z.record(z.string(), z.number());

/** 95 % of bootstrap samples of the users lie between. */
const Interval = z.object({ low: z.number(), high: z.number() });

/** What a ranker puts before people, beyond being right. */
const Reach = z.object({
  /** Share of the items that are among anybody's first ten. */
  coverage: z.number(),
  /** Mean popularity of what is recommended in the first ten: 0 the least popular item of all, 1 the most popular. */
  popularity: z.number(),
  /** Mean of -log2(share of users who have the item) over the first ten, in bits: the higher, the less known. */
  novelty: z.number(),
});

/**
 * What a model must beat: what most people take (`popularity`), what they took lately (`recent`), what followed the user's
 * last items with others (`followers`), what is taken by the same people (`neighbours`), and matrix factorisation (`factors`).
 */
export const Baseline = z.enum(['popularity', 'recent', 'followers', 'neighbours', 'factors']);
export type Baseline = z.infer<typeof Baseline>;

/** Why a baseline was left out: it would not fit into memory, was out of its seconds, or the data has no times. */
const Skipped = z.object({ baseline: Baseline, reason: z.enum(['too-large', 'too-slow', 'no-times']) });
export type Skipped = z.infer<typeof Skipped>;

export const Verdict = z.object({
  /** Whether the model's NDCG@10 is above the best baseline's: `clearly` where the interval of the difference is above 0. */
  better: z.enum(['clearly', 'maybe', 'no']),
  /** What the curve of the training looks like; unknown where it is too short or nothing was held out for validation. */
  fit: z.enum(['underfit', 'overfit', 'good', 'unknown']),
  /** Losses of the epoch whose weights were kept, in nats; null where the curve has none. */
  trainingLoss: z.number().nullable(),
  validationLoss: z.number().nullable(),
  bestValidationLoss: z.number().nullable(),
  /** Loss of who knows nothing but how popular each item is, on the targets of validation. */
  popularityLoss: z.number().nullable(),
  /** The epoch whose weights were kept, the one with the lowest validation loss, and how many epochs there were. */
  keptEpoch: z.number(),
  bestEpoch: z.number(),
  epochs: z.number(),
});

export type Verdict = z.infer<typeof Verdict>;

export const EvaluationInput = z.object({
  run: z.string(),
  ranked: z.enum(['new', 'all']).default('new'),
  /** At most so many users are asked, spread evenly. */
  users: z.number().int().min(1).default(20_000),
  /** Seconds that each baseline's preparation may take before it is left out. */
  baselineSeconds: z.number().min(0).max(86_400).default(120),
});

/** A run on its held-out targets. Rankers are `model` and the names of the baselines. */
export const Evaluation = z.object({
  run: z.string(),
  /** How targets were held out: each user's last new items, or what came after a moment. */
  split: z.enum(['leaveOneOut', 'temporal']).default('leaveOneOut'),
  /** Whether items that the user has had before are left out of the ranking (`new`) or may come again (`all`). */
  ranked: z.enum(['new', 'all']).default('new'),
  /** Users with a held-out target. */
  users: z.number(),
  /** Held-out targets; 0 in evaluations of old, one a user. */
  questions: z.number().default(0),
  /** Items that are ranked (where only new ones are, those a user has had before are left out for that user). */
  candidates: z.number(),
  metrics: Metrics,
  baselines: z.record(z.string(), Metrics),
  /** By ranker and measure. */
  intervals: z.record(z.string(), z.record(z.string(), Interval)).default({}),
  /** By ranker. */
  reach: z.record(z.string(), Reach).default({}),
  /** Mean popularity (0 to 1, as in `reach`) of what users really took; null where it was not computed. */
  takenPopularity: z.number().nullable().default(null),
  /** Whether behaviour has come or gone since the run was trained: it is judged by other last items than it was kept from. */
  dataChanged: z.boolean().default(false),
  skipped: z.array(Skipped).default([]),
  /** The baseline with the highest NDCG@10. */
  bestBaseline: z.string().default('popularity'),
  /** The model's NDCG@10 less the best baseline's on the same users, by paired bootstrap; null in evaluations of old. */
  difference: Interval.extend({ value: z.number() }).nullable().default(null),
  /** Null in evaluations of old. */
  verdict: Verdict.nullable().default(null),
  /** Each target's rank by each ranker, a CSV file's path within the workspace; null in evaluations of old. */
  ranksFile: z.string().nullable().default(null),
  /** Whether the model's NDCG@10 is above every baseline's. */
  beatsBaselines: z.boolean(),
});
export type Evaluation = z.infer<typeof Evaluation>;

export const TrainSummary = z.object({
  run: z.string(),
  backend: z.string(),
  /** What the backend computed on, as its maker names it; empty in runs of old. */
  device: z.string().default(''),
  parameters: z.number(),
  steps: z.number(),
  /** Behaviours learnt from, repeats over epochs counted. */
  events: z.number(),
  seconds: z.number(),
  eventsPerSecond: z.number(),
  /** Positions learnt from, special tokens included and padding left out. */
  tokens: z.number().default(0),
  tokensPerSecond: z.number().default(0),
  /** Share of what was computed that was padding. */
  padding: z.number().default(0),
  epochs: z.number().default(0),
  /** The epoch that was best on validation; its weights are kept where training had patience, else the last's. */
  bestEpoch: z.number().default(0),
  /** What ended it: its epochs, its patience, its minutes, or whoever had it run for only so long. */
  endedBy: z.enum(['epochs', 'patience', 'minutes', 'stopped']).default('epochs'),
  /** Loss (nats) and ranking metrics on the validation targets, by the weights that are kept. */
  validation: z.record(z.string(), z.number()),
});
export type TrainSummary = z.infer<typeof TrainSummary>;

const RunRow = z.object({
  id: z.string(),
  created: z.number(),
  kind: z.enum(['behaviour', 'text']),
  /** The run that its weights began with; null where they were random. */
  parent: z.string().nullable(),
  /** What people call it and write about it; empty where they have not. */
  title: z.string(),
  note: z.string(),
  /** Hash of the events that it saw (see data-hash.ts); empty where it was not kept. */
  data: z.string(),
  summary: TrainSummary,
  evaluation: Evaluation.nullable(),
  /** Of a run that rates texts; null of others. */
  rating: RatingFigures.nullable(),
  /** Users with a profile of this run. */
  profiles: z.number(),
});
export type RunRow = z.infer<typeof RunRow>;

export const train = {
  /** Pre-trains a model on the workspace's events; `resume` names a run whose training was interrupted. */
  'train.start': job(
    z.object({ config: TrainConfig.partial().default({}), resume: z.string().exactOptional() }),
    TrainSummary,
  ),
  /** Ranks all items for each user's held-out next one, beside the baselines, and keeps the result with the run. */
  'train.evaluate': job(EvaluationInput, Evaluation),
  'train.runs': method(z.object({}), z.object({ runs: z.array(RunRow) })),
  /** A run's configuration and curve: one entry an epoch. */
  'train.run': method(
    z.object({ run: z.string() }),
    z.object({
      run: RunRow,
      config: TrainConfig,
      /** Which field of a behaviour is predicted, and how many values it has. */
      target: z.string(),
      epochs: Int32,
      trainingLoss: Float32,
      validationLoss: Float32,
      validationNdcg10: Float32,
    }),
  ),
};
