import { z } from 'zod';
import { HeadConfig, Target, Things } from '../domain/finetune-config.ts';
import { TrainConfig } from '../domain/train-config.ts';
import { Float32, Int32 } from './arrays.ts';
import { job, method } from './method.ts';

/** Why a target cannot be had from this workspace. */
const Obstacle = z.enum(['NO_TIMES', 'NO_PURCHASES', 'NO_MONEY', 'NO_THINGS', 'ONE_CLASS', 'TOO_FEW_USERS']);
export type Obstacle = z.infer<typeof Obstacle>;

const Offered = z.object({
  users: z.number(),
  /** Milliseconds since the epoch; null where events have no times. */
  firstTime: z.number().nullable(),
  lastTime: z.number().nullable(),
  /** The longest window of days that leaves one for the test, one for training and a history before them; 0 for none. */
  longestDays: z.number(),
  attributes: z.array(
    z.object({
      name: z.string(),
      /** Users who declared it, and how many values there are. */
      users: z.number(),
      distinct: z.number(),
      /** The most frequent values. */
      values: z.array(z.object({ value: z.string(), users: z.number() })),
      /** Of a numeric attribute; else null. */
      range: z.object({ low: z.number(), median: z.number(), high: z.number() }).nullable(),
      /** Lower bounds that cut a numeric attribute into bands of like size. */
      bands: z.array(z.number()),
      /** What seems to stand between several labels in one value. */
      separator: z.string().nullable(),
      obstacle: Obstacle.nullable(),
    }),
  ),
  actions: z.array(z.object({ name: z.string(), events: z.number(), purchase: z.boolean() })),
  /** Those with the most buyers; where no action is a purchase, the users of any event with it. */
  things: z.record(Things, z.array(z.object({ name: z.string(), title: z.string().nullable(), users: z.number() }))),
  obstacles: z.object({
    buys: Obstacle.nullable(),
    returns: Obstacle.nullable(),
    spend: Obstacle.nullable(),
    next: Obstacle.nullable(),
  }),
});
export type Offered = z.infer<typeof Offered>;

/** A figure with its 95 % interval by bootstrap over users. */
export const Interval = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Interval = z.infer<typeof Interval>;

export const HeadKind = z.enum(['classes', 'labels', 'number', 'ranking']);
export type HeadKind = z.infer<typeof HeadKind>;

/**
 * Metrics by name. Classes and labels: accuracy, f1 (macro, or of the positive class where there are two), rocAuc, prAuc,
 * brier, calibrationError; numbers: mae, rmse, r2, spearman; rankings: hitRate@5/10/20, ndcg@5/10/20.
 */
const Figures = z.record(z.string(), Interval);

/** When users were scored, and what of them was known then. */
const Scoring = z.object({
  at: z.number(),
  /** The time of the last event of all, which windows of days begin after (milliseconds since the epoch); null without dates. */
  asOf: z.number().nullable(),
  /** Is another once behaviour has been imported or taken back. */
  mark: z.string(),
});
export type Scoring = z.infer<typeof Scoring>;

/** Better: the interval of the difference lies above 0; maybe: it holds 0; no: it lies below. */
export const HeadVerdict = z.enum(['better', 'maybe', 'no']);

export const HeadSummary = z.object({
  run: z.string(),
  /** The run it was fine-tuned from; null where it began with fresh weights. */
  parent: z.string().nullable(),
  target: Target,
  kind: HeadKind,
  /** Users judged, and users who got a score. */
  users: z.number(),
  scored: z.number(),
  /** Of the last scores; null of heads that did not keep what they score with. */
  scoring: Scoring.nullable().default(null),
  /** The metric that decides, of the head, of a linear model on counts and of the base rate. */
  metric: z.string(),
  head: Interval,
  linear: Interval,
  base: Interval,
  /** Head less linear model, on the same users; above 0 is better, also for errors. */
  difference: Interval,
  verdict: HeadVerdict,
  /** Set where the model was pre-trained anew, on events before this time only (milliseconds since the epoch). */
  pretrainedUntil: z.number().nullable(),
  seconds: z.number(),
});
export type HeadSummary = z.infer<typeof HeadSummary>;

/** A head that is kept, with what people call it and write about it; both are empty where they have not. */
export const HeadRow = HeadSummary.extend({ created: z.number(), title: z.string(), note: z.string() });
export type HeadRow = z.infer<typeof HeadRow>;

const ClassCurves = z.object({
  name: z.string(),
  /** Users of this class among those judged. */
  users: z.number(),
  /** ROC: share of the others, and of the class, above each threshold; both rise from 0 to 1. */
  falsePositive: Float32,
  truePositive: Float32,
  recall: Float32,
  precision: Float32,
  /** How many times the base rate the class makes up in each tenth of the users, the highest scores first. */
  lift: Float32,
  /** Mean probability, share of the class, and users in each bin of probability: as scored, and calibrated. */
  reliability: z.object({
    before: z.object({ predicted: Float32, observed: Float32, users: Int32 }),
    after: z.object({ predicted: Float32, observed: Float32, users: Int32 }),
  }),
});
export type ClassCurves = z.infer<typeof ClassCurves>;

export const HeadEvaluation = z.object({
  /** k of the folds over users; 1 where a cut in time divides training from test. */
  folds: z.number(),
  /** Start of the test's window, and of the training windows (milliseconds since the epoch); empty for attributes. */
  testCut: z.number().nullable(),
  trainingCuts: z.array(z.number()),
  model: Figures,
  linear: Figures,
  base: Figures,
  calibration: z.object({
    method: z.enum(['none', 'temperature', 'isotonic']),
    /** Expected calibration error before and after. */
    before: z.number(),
    after: z.number(),
  }),
  /** Names of classes or labels, or of what is ranked; one name of a number. */
  classes: z.array(z.string()),
  /** Users by true class (rows) and predicted class (columns); empty where there are no classes. */
  confusion: Int32,
  /** One a class; of two classes the second only. */
  curves: z.array(ClassCurves),
  /** Of numbers: true and predicted values of some users. */
  truth: Float32,
  predicted: Float32,
});
export type HeadEvaluation = z.infer<typeof HeadEvaluation>;

export const finetune = {
  /** What this workspace offers to be predicted, and what it does not and why. */
  'finetune.targets': method(z.object({}), Offered),
  /**
   * Fine-tunes a run, judges it beside a linear model on counts, and scores every user. Without a run the encoder begins
   * with fresh weights of the shape that `encoder` gives.
   */
  'finetune.start': job(
    z.object({
      run: z.string().nullable(),
      target: Target,
      config: HeadConfig.partial().default({}),
      encoder: TrainConfig.partial().default({}),
    }),
    HeadSummary,
  ),
  /** Scores all users again by a head that was kept, on what the workspace holds now. */
  'finetune.score': job(z.object({ run: z.string() }), HeadSummary),
  /** Heads, the newest first. */
  'finetune.heads': method(z.object({}), z.object({ heads: z.array(HeadRow) })),
  'finetune.head': method(
    z.object({ run: z.string() }),
    z.object({
      summary: HeadRow,
      /** Whether behaviour was imported or taken back since users were scored; null where the head cannot score again. */
      stale: z.boolean().nullable(),
      config: HeadConfig,
      evaluation: HeadEvaluation,
      /** One entry an epoch of the head that scored all users. */
      epochs: Int32,
      trainingLoss: Float32,
      validationLoss: Float32,
    }),
  ),
  /** One page of the users a head has scored. */
  'finetune.scores': method(
    z.object({
      run: z.string(),
      search: z.string().max(200).default(''),
      /** By name, or by the score of a class (its index). */
      order: z.union([z.literal('user'), z.number().int().min(0)]).default('user'),
      descending: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    z.object({
      total: z.number(),
      classes: z.array(z.string()),
      users: z.array(z.string()),
      /** (users × classes), row-major: probabilities, or the number; NaN for what is not among a user's best of a ranking. */
      values: Float32,
    }),
  ),
  /** Writes everyone's scores as CSV, with a manifest beside it. */
  'finetune.export': method(
    z.object({ run: z.string(), out: z.string().min(1).exactOptional() }),
    z.object({ rows: z.number(), file: z.string(), sha256: z.string() }),
  ),
};
