import { z } from 'zod';
import { CatalogueLevel, FinetuneConfig, Target } from '../domain/finetune-config.ts';
import { TrainConfig } from '../domain/train-config.ts';
import { Float32, Int32 } from './arrays.ts';
import { RunId } from './ids.ts';
import { ExportPlace } from './import-file.ts';
import { job, method } from './method.ts';

/** Why a target is not available in this workspace. */
const Obstacle = z.enum(['NO_TIMES', 'NO_PURCHASES', 'NO_MONEY', 'NO_THINGS', 'ONE_CLASS', 'TOO_FEW_USERS']);
export type Obstacle = z.infer<typeof Obstacle>;

const AvailableTargets = z.object({
  users: z.number(),
  /** Milliseconds since the epoch; null if events have no times. */
  firstTime: z.number().nullable(),
  lastTime: z.number().nullable(),
  /**
   * Longest prediction window in days that leaves room for a test window, a training window and a history before them;
   * 0 if none does.
   */
  longestDays: z.number(),
  attributes: z.array(
    z.object({
      name: z.string(),
      /** Number of users who declared it, and number of distinct values. */
      users: z.number(),
      distinct: z.number(),
      /** The most frequent values. */
      values: z.array(z.object({ value: z.string(), users: z.number() })),
      /** For a numeric attribute; null otherwise. */
      range: z.object({ low: z.number(), median: z.number(), high: z.number() }).nullable(),
      /** Suggested lower bounds that bin a numeric attribute into bands of similar size. */
      bands: z.array(z.number()),
      /** Detected delimiter between several labels in one value; null if there is none. */
      separator: z.string().nullable(),
      obstacle: Obstacle.nullable(),
    }),
  ),
  actions: z.array(z.object({ name: z.string(), events: z.number(), purchase: z.boolean() })),
  /** The names with the most buyers; if no action is a purchase, with the most users with any event. */
  popularNames: z.record(
    CatalogueLevel,
    z.array(z.object({ name: z.string(), title: z.string().nullable(), users: z.number() })),
  ),
  obstacles: z.object({
    buys: Obstacle.nullable(),
    returns: Obstacle.nullable(),
    spend: Obstacle.nullable(),
    next: Obstacle.nullable(),
  }),
});
export type AvailableTargets = z.infer<typeof AvailableTargets>;

/** A metric with its 95 % bootstrap interval over users. */
export const Interval = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Interval = z.infer<typeof Interval>;

export const PredictionKind = z.enum(['classes', 'labels', 'number', 'ranking']);
export type PredictionKind = z.infer<typeof PredictionKind>;

/**
 * Metrics by name. Classes and labels: accuracy, f1 (macro, or of the positive class where there are two), rocAuc, prAuc,
 * brier, calibrationError; numbers: mae, rmse, r2, spearman; rankings: hitRate@5/10/20, ndcg@5/10/20.
 */
const Metrics = z.record(z.string(), Interval);

/** When users were scored, and on which data. */
const Scoring = z.object({
  at: z.number(),
  /**
   * Time of the last event, after which prediction windows start (milliseconds since the epoch); null without dates.
   */
  asOf: z.number().nullable(),
  /** Data version: changes whenever events are imported or an import is undone. */
  dataVersion: z.string(),
});
export type Scoring = z.infer<typeof Scoring>;

/** Position of the interval of the difference: `better` above 0, `maybe` containing 0, `no` below 0. */
export const PredictionVerdict = z.enum(['better', 'maybe', 'no']);

export const PredictionSummary = z.object({
  run: z.string(),
  /** Run that it was fine-tuned from; null if the encoder was randomly initialised. */
  parent: z.string().nullable(),
  target: Target,
  kind: PredictionKind,
  /** Number of users evaluated, and number of users scored. */
  users: z.number(),
  scored: z.number(),
  /** Latest scoring; null if the prediction was saved without its scorer. */
  scoring: Scoring.nullable().default(null),
  /** The primary metric, and its value for the prediction, for a linear model on counts and for the base rate. */
  metric: z.string(),
  model: Interval,
  linear: Interval,
  base: Interval,
  /** Prediction minus linear model, on the same users; positive is better, also for error metrics. */
  difference: Interval,
  verdict: PredictionVerdict,
  /** Set if the encoder was pre-trained again on events before this time only (milliseconds since the epoch). */
  pretrainedUntil: z.number().nullable(),
  seconds: z.number(),
});
export type PredictionSummary = z.infer<typeof PredictionSummary>;

/** A saved prediction with its user-defined title and note; both are empty if not set. */
export const PredictionRow = PredictionSummary.extend({ created: z.number(), title: z.string(), note: z.string() });
export type PredictionRow = z.infer<typeof PredictionRow>;

const ClassCurves = z.object({
  name: z.string(),
  /** Number of evaluated users of this class. */
  users: z.number(),
  /** ROC curve: share of the other classes, and of this class, above each threshold; both rise from 0 to 1. */
  falsePositive: Float32,
  truePositive: Float32,
  recall: Float32,
  precision: Float32,
  /**
   * Lift by decile: share of the class in each tenth of the users divided by the base rate, the highest scores first.
   */
  lift: Float32,
  /**
   * Reliability diagram: mean predicted probability, observed share of the class, and number of users per probability
   * bin, before and after calibration.
   */
  reliability: z.object({
    before: z.object({ predicted: Float32, observed: Float32, users: Int32 }),
    after: z.object({ predicted: Float32, observed: Float32, users: Int32 }),
  }),
});
export type ClassCurves = z.infer<typeof ClassCurves>;

export const PredictionEvaluation = z.object({
  /** Number of cross-validation folds over users; 1 if training and test are split by time. */
  folds: z.number(),
  /** Start of the test window, and of the training windows (milliseconds since the epoch); empty for attributes. */
  testCut: z.number().nullable(),
  trainingCuts: z.array(z.number()),
  model: Metrics,
  linear: Metrics,
  base: Metrics,
  calibration: z.object({
    method: z.enum(['none', 'temperature', 'isotonic']),
    /** Expected calibration error before and after calibration. */
    before: z.number(),
    after: z.number(),
    /** A calibration that is not applied because it raises the error, and the error that it would have. */
    rejected: z.object({ method: z.enum(['temperature', 'isotonic']), error: z.number() }).exactOptional(),
  }),
  /** Names of the classes, labels or ranked candidates; a single name for a number. */
  classes: z.array(z.string()),
  /** Confusion matrix of users by true class (rows) and predicted class (columns); empty without classes. */
  confusion: Int32,
  /** One per class; only the second for two classes. */
  curves: z.array(ClassCurves),
  /** For numbers: true and predicted values of a sample of users. */
  truth: Float32,
  predicted: Float32,
});
export type PredictionEvaluation = z.infer<typeof PredictionEvaluation>;

export const prediction = {
  /** Lists the targets that can be predicted in this workspace, and why others cannot. */
  'prediction.targets': method(z.object({}), AvailableTargets),
  /**
   * Fine-tunes a run, evaluates it against a linear model on counts, and scores every user. Without a run the encoder
   * is randomly initialised with the architecture in `encoder`.
   */
  'prediction.train': job(
    z.object({
      run: RunId.nullable(),
      target: Target,
      config: FinetuneConfig.partial().default({}),
      encoder: TrainConfig.partial().default({}),
    }),
    PredictionSummary,
    { reads: false },
  ),
  /** Scores all users again with a saved prediction, on the workspace's current data. */
  'prediction.score': job(z.object({ run: RunId }), PredictionSummary, { reads: false }),
  /** Lists the predictions, the newest first. */
  'prediction.list': method(z.object({}), z.object({ predictions: z.array(PredictionRow) })),
  'prediction.get': method(
    z.object({ run: RunId }),
    z.object({
      summary: PredictionRow,
      /**
       * Whether events were imported or an import was undone since users were scored; null if the prediction cannot
       * score again.
       */
      stale: z.boolean().nullable(),
      config: FinetuneConfig,
      evaluation: PredictionEvaluation,
      /** One entry per epoch of the model that scored all users. */
      epochs: Int32,
      trainingLoss: Float32,
      validationLoss: Float32,
    }),
  ),
  /** Returns one page of the scored users. */
  'prediction.scores': method(
    z.object({
      run: RunId,
      search: z.string().max(200).default(''),
      /** Sort by user name, or by the score of a class (its index). */
      order: z.union([z.literal('user'), z.number().int().min(0)]).default('user'),
      descending: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(10_000).default(50),
    }),
    z.object({
      total: z.number(),
      classes: z.array(z.string()),
      users: z.array(z.string()),
      /**
       * (users × classes), row-major: probabilities, or the predicted number; in a ranking, NaN outside the user's top
       * k.
       */
      values: Float32,
    }),
  ),
  /** Exports all scores as CSV, with a manifest next to it. */
  'prediction.export': method(
    z.object({ run: RunId, ...ExportPlace }),
    z.object({ rows: z.number(), file: z.string(), sha256: z.string() }),
  ),
};
