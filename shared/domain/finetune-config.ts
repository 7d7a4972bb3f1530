import { z } from 'zod';

const Days = z.number().int().min(1).max(3650);
/** Catalogue level to predict or rank; names are as imported. A category includes its subcategories. */
export const CatalogueLevel = z.enum(['category', 'brand', 'item']);
export type CatalogueLevel = z.infer<typeof CatalogueLevel>;
/** Actions that count; by default those whose names mean a purchase. */
const actions = z.array(z.string().min(1)).min(1).max(100).exactOptional();

/** Target of a prediction. A window of days starts at a cutoff time; nothing after the cutoff is used as input. */
export const Target = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('attribute'),
    attribute: z.string().min(1),
    /** Multi-class, multi-label, or regression. */
    as: z.enum(['classes', 'labels', 'number']).default('classes'),
    /**
     * Bands of a numeric attribute as classes: ascending lower bounds of all bands but the first, such as 25, 35, 45.
     */
    bands: z.array(z.number()).min(1).max(50).exactOptional(),
    /** Delimiter between the labels of one value. */
    separator: z.string().min(1).max(3).exactOptional(),
  }),
  /** Whether the user buys any of these categories, brands or items within the days, by any of the actions. */
  z.object({
    kind: z.literal('buys'),
    of: CatalogueLevel,
    names: z.array(z.string().min(1)).min(1).max(1000),
    days: Days,
    actions,
  }),
  /** Whether the user returns within the days; the other class is churn. */
  z.object({ kind: z.literal('returns'), days: Days }),
  /** Amount of money spent within the days, less returns unless the actions are named. */
  z.object({ kind: z.literal('spend'), days: Days, actions }),
  /** Ranking of all categories, brands or items by whether the user interacts with them within the days. */
  z.object({ kind: z.literal('next'), of: CatalogueLevel, days: Days, actions }),
  /** Rating of a text, for text runs. */
  z.object({ kind: z.literal('rating') }),
]);
export type Target = z.infer<typeof Target>;

/** Fine-tuning settings. The defaults suit a few thousand users on two cores. */
export const FinetuneConfig = z.object({
  /** For attributes: number of cross-validation folds over users. */
  folds: z.number().int().min(2).max(20).default(5),
  /** For windows of days: maximum number of training cutoffs, one window apart, before the test cutoff. */
  cuts: z.number().int().min(1).max(24).default(4),
  epochs: z.number().int().min(1).max(1000).default(30),
  batchSize: z.number().int().min(1).max(1024).default(32),
  learningRate: z.number().positive().max(1).default(1e-3),
  /** Decoupled weight decay of matrices and embeddings. */
  weightDecay: z.number().min(0).max(1).default(0.01),
  dropout: z.number().min(0).max(0.9).default(0.3),
  /** Width of a hidden layer between the pooled vector and the output head; 0 for none. */
  hidden: z.number().int().min(0).max(1024).default(0),
  /**
   * Number of frozen parts: 0 none, 1 the embeddings, 2 also the first layer, and so on. On a fully frozen encoder, the
   * default, the output head is fitted by a solver rather than trained in epochs. Randomly initialised weights are
   * always trained.
   */
  frozen: z.number().int().min(0).max(25).default(25),
  /** Maximum number of events read from a history, split into windows of the encoder's length. */
  history: z.number().int().min(8).max(8192).default(512),
  /** Whether the model adds to a linear model on counts (wide and deep) or is used alone. */
  counts: z.boolean().default(true),
  classWeights: z.enum(['none', 'balanced']).default('none'),
  /** Share of the training users used for early stopping and calibration. */
  validationShare: z.number().min(0.05).max(0.5).default(0.15),
  /** Early stopping: epochs without a better validation loss after which training stops; 0 to disable. */
  patience: z.number().int().min(0).max(1000).default(5),
  /** Calibration method; auto is isotonic if there are many calibration users, otherwise temperature scaling. */
  calibration: z.enum(['auto', 'none', 'temperature', 'isotonic']).default('auto'),
  /** Ensemble size: number of models with different seeds whose scores are averaged. */
  members: z.number().int().min(1).max(20).default(1),
  seed: z.number().int().default(1),
  /**
   * Window in epochs of a moving average over the weights at epoch ends (Izmailov et al., 2018); 0 disables averaging.
   */
  averaging: z.number().int().min(0).max(1000).default(0),
  /**
   * Number of data-parallel threads of each model's training; 0 for one. Worthwhile for windows of days, which train
   * one model at a time; the folds of an attribute already run in parallel.
   */
  workers: z.number().int().min(0).max(64).default(0),
});
export type FinetuneConfig = z.infer<typeof FinetuneConfig>;
