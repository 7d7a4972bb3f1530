import { z } from 'zod';
import { TrainConfig } from '../domain/train-config.ts';
import { Float32, Int32 } from './arrays.ts';
import { RunId } from './ids.ts';
import { job, method } from './method.ts';
import { RatingFigures } from './rating.ts';

/** recall@5/10/20 (equal to the hit rate), ndcg@5/10/20 and mrr, each in [0, 1]. */
export const Metrics = z.record(z.string(), z.number());

/** 95 % bootstrap interval over users. */
const Interval = z.object({ low: z.number(), high: z.number() });

/** Beyond-accuracy metrics of a ranker. */
const BeyondAccuracy = z.object({
  /** Share of the items that are in any user's top 10. */
  coverage: z.number(),
  /** Mean popularity percentile of the top-10 items: 0 for the least popular item, 1 for the most popular. */
  popularity: z.number(),
  /** Mean of -log2(share of users who have the item) over the top 10, in bits; higher for less known items. */
  novelty: z.number(),
});

/**
 * Baseline rankers: the most popular items (`popularity`), the most popular recent items (`recent`), the items that
 * follow the user's last items in other histories (`followers`), items co-occurring in the same users' histories
 * (`neighbours`), and matrix factorisation (`factors`).
 */
export const Baseline = z.enum(['popularity', 'recent', 'followers', 'neighbours', 'factors']);
export type Baseline = z.infer<typeof Baseline>;

/** Why a baseline was skipped: insufficient memory, time limit exceeded, or data without times. */
const SkippedBaseline = z.object({ baseline: Baseline, reason: z.enum(['too-large', 'too-slow', 'no-times']) });
export type SkippedBaseline = z.infer<typeof SkippedBaseline>;

export const Verdict = z.object({
  /**
   * Whether the model's NDCG@10 is above the best baseline's; `clearly` if the interval of the difference lies above 0.
   */
  better: z.enum(['clearly', 'maybe', 'no']),
  /** Diagnosis of the learning curve; unknown if it is too short or nothing was held out for validation. */
  fit: z.enum(['underfit', 'overfit', 'good', 'unknown']),
  /** Losses at the epoch of the saved weights, in nats; null if the curve has none. */
  trainingLoss: z.number().nullable(),
  validationLoss: z.number().nullable(),
  bestValidationLoss: z.number().nullable(),
  /** Loss of predicting each item with its relative popularity, on the validation targets. */
  popularityLoss: z.number().nullable(),
  /** Epoch of the saved weights, epoch with the lowest validation loss, and number of epochs. */
  keptEpoch: z.number(),
  bestEpoch: z.number(),
  epochs: z.number(),
});

export type Verdict = z.infer<typeof Verdict>;

/** A weighted sum of the model and the baselines, fitted to the validation targets. */
export const BlendEvaluation = z.object({
  metrics: Metrics,
  /** Ranker with the highest NDCG@10 among the model and the baselines. */
  bestRanker: z.string(),
  /** NDCG@10 of the blend minus that of the best ranker, with a paired bootstrap interval over users. */
  difference: Interval.extend({ value: z.number() }),
  /** Weights by activity level, in ascending order of activity. */
  levels: z.array(
    z.object({
      /** Maximum number of behaviours before the target; null for the last level. */
      maxBehaviours: z.number().nullable(),
      /**
       * Weights of each ranker’s two features: the score minus the lowest score of the ranker’s top 100 (in logits for
       * the model, as a share of the range for a baseline), and 1 / log2(1 + place).
       */
      weights: z.record(z.string(), z.object({ score: z.number(), place: z.number() })),
    }),
  ),
});
export type BlendEvaluation = z.infer<typeof BlendEvaluation>;

export const EvaluationInput = z.object({
  run: RunId,
  ranked: z.enum(['new', 'all']).default('new'),
  /** Maximum number of users to evaluate, sampled evenly. */
  users: z.number().int().min(1).default(20_000),
  /** Time limit in seconds for preparing each baseline. */
  baselineSeconds: z.number().min(0).max(86_400).default(120),
});

/** Evaluation of a run on its held-out targets. Rankers are `model`, `blend` and the names of the baselines. */
export const Evaluation = z.object({
  run: z.string(),
  /** How targets were held out: each user's last new items, or all events after a point in time. */
  split: z.enum(['leaveOneOut', 'temporal']).default('leaveOneOut'),
  /** Whether items already in the user's history are excluded from the ranking (`new`) or included (`all`). */
  ranked: z.enum(['new', 'all']).default('new'),
  /** Number of users with a held-out target. */
  users: z.number(),
  /** Number of held-out targets; 0 in evaluations stored without it, which have one per user. */
  testCases: z.number().default(0),
  /** Number of ranked items (in `new`, each user's known items are excluded for that user). */
  candidates: z.number(),
  metrics: Metrics,
  baselines: z.record(z.string(), Metrics),
  /** By ranker and metric. */
  intervals: z.record(z.string(), z.record(z.string(), Interval)).default({}),
  /** By ranker. */
  beyondAccuracy: z.record(z.string(), BeyondAccuracy).default({}),
  /** Mean popularity (0 to 1, as in `beyondAccuracy`) of the items that users chose; null if not computed. */
  heldOutPopularity: z.number().nullable().default(null),
  /**
   * Whether events were added or removed since the run was trained, so that the evaluated targets may differ from those
   * held out in training.
   */
  dataChanged: z.boolean().default(false),
  skipped: z.array(SkippedBaseline).default([]),
  /** Baseline with the highest NDCG@10. */
  bestBaseline: z.string().default('popularity'),
  /**
   * NDCG@10 of the model minus that of the best baseline on the same users, by paired bootstrap; null in evaluations
   * stored without it.
   */
  difference: Interval.extend({ value: z.number() }).nullable().default(null),
  /** Null with fewer than 100 validation targets, and in evaluations of earlier versions. */
  blend: BlendEvaluation.nullable().default(null),
  /** Null in evaluations stored without it. */
  verdict: Verdict.nullable().default(null),
  /**
   * Path within the workspace of a CSV file with the rank of each target by each ranker; null in evaluations stored
   * without it.
   */
  ranksFile: z.string().nullable().default(null),
  /** Whether the model's NDCG@10 is above every baseline's. */
  beatsBaselines: z.boolean(),
});
export type Evaluation = z.infer<typeof Evaluation>;

export const TrainSummary = z.object({
  run: z.string(),
  backend: z.string(),
  /** Device of the backend, as its vendor names it; empty in runs stored without it. */
  device: z.string().default(''),
  parameters: z.number(),
  steps: z.number(),
  /** Number of training events, counting repeats over epochs. */
  events: z.number(),
  seconds: z.number(),
  eventsPerSecond: z.number(),
  /** Number of training tokens, special tokens included and padding excluded. */
  tokens: z.number().default(0),
  tokensPerSecond: z.number().default(0),
  /** Share of computed tokens that were padding. */
  padding: z.number().default(0),
  epochs: z.number().default(0),
  /** Epoch with the best validation score. Its weights are saved if `patience` is set, otherwise the last epoch's. */
  bestEpoch: z.number().default(0),
  /** Why training ended: all epochs done, early stopping by patience, time limit, or stopped by the caller. */
  endedBy: z.enum(['epochs', 'patience', 'minutes', 'stopped']).default('epochs'),
  /** Loss (nats) and ranking metrics of the saved weights on the validation targets. */
  validation: z.record(z.string(), z.number()),
});
export type TrainSummary = z.infer<typeof TrainSummary>;

const RunRow = z.object({
  id: z.string(),
  created: z.number(),
  kind: z.enum(['behaviour', 'text']),
  /** Run whose weights it was initialised from; null if randomly initialised. */
  parent: z.string().nullable(),
  /** User-defined title and note; empty if not set. */
  title: z.string(),
  note: z.string(),
  /** Hash of the training events (see data-hash.ts); empty if none was stored. */
  data: z.string(),
  summary: TrainSummary,
  evaluation: Evaluation.nullable(),
  /** Set for a run that predicts ratings of texts; otherwise null. */
  rating: RatingFigures.nullable(),
  /** Number of users with a profile of this run. */
  profiles: z.number(),
});
export type RunRow = z.infer<typeof RunRow>;

/** Numbers of items and events of a period; `unknown` of them are not in the vocabulary of a run. */
const UnknownItems = z.object({
  items: z.number(),
  unknown: z.number(),
  events: z.number(),
  unknownEvents: z.number(),
});

export const train = {
  /** Pre-trains a model on the workspace's events; `resume` names an interrupted run. */
  'train.start': job(
    z.object({ config: TrainConfig.partial().default({}), resume: RunId.exactOptional() }),
    TrainSummary,
    { reads: false },
  ),
  /** Ranks all items for each held-out target with the model and the baselines, and saves the result with the run. */
  'train.evaluate': job(EvaluationInput, Evaluation, { reads: false }),
  'train.runs': method(z.object({}), z.object({ runs: z.array(RunRow) })),
  /**
   * Compares the items of the last days of the data with the vocabulary of a behaviour run, beside the time before; null
   * if events have no dates or items. `drifted`: whether clearly more items are unknown than before. Throws RUN_NOT_FOUND,
   * RUN_READS_TEXTS and TOO_MANY_EVENTS.
   */
  'train.drift': method(
    z.object({ run: RunId }),
    z.object({
      drift: z.object({ days: z.number(), last: UnknownItems, earlier: UnknownItems, drifted: z.boolean() }).nullable(),
    }),
  ),
  /** Returns a run's configuration and learning curve, one entry per epoch. */
  'train.run': method(
    z.object({ run: RunId }),
    z.object({
      run: RunRow,
      config: TrainConfig,
      /** Predicted field of an event and its vocabulary size. */
      target: z.string(),
      epochs: Int32,
      trainingLoss: Float32,
      validationLoss: Float32,
      validationNdcg10: Float32,
    }),
  ),
};
