import { z } from 'zod';

const Days = z.number().int().min(1).max(3650);
/** What is bought, viewed or ranked; names as they were imported. A category stands for those under it as well. */
export const Things = z.enum(['category', 'brand', 'item']);
export type Things = z.infer<typeof Things>;
/** Actions that count; those whose names say purchase unless given. */
const actions = z.array(z.string().min(1)).min(1).max(100).exactOptional();

/** What a head is to say of a user. Windows of days begin at a cut in time, and nothing after the cut is looked at. */
export const Target = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('attribute'),
    attribute: z.string().min(1),
    /** One class of several, any number of labels, or a number. */
    as: z.enum(['classes', 'labels', 'number']).default('classes'),
    /** Classes of a numeric attribute: ascending lower bounds of all bands but the first, such as 25, 35, 45. */
    bands: z.array(z.number()).min(1).max(50).exactOptional(),
    /** What stands between the labels of one value. */
    separator: z.string().min(1).max(3).exactOptional(),
  }),
  /** Will buy one of these things within the days, by any of the actions. */
  z.object({
    kind: z.literal('buys'),
    of: Things,
    names: z.array(z.string().min(1)).min(1).max(1000),
    days: Days,
    actions,
  }),
  /** Will come back within the days; the other class is churn. */
  z.object({ kind: z.literal('returns'), days: Days }),
  /** Money spent within the days. */
  z.object({ kind: z.literal('spend'), days: Days, actions }),
  /** Which categories, brands or items a user will turn to within the days, all of them ranked. */
  z.object({ kind: z.literal('next'), of: Things, days: Days, actions }),
  /** The rating that goes with a text, for runs that read texts. */
  z.object({ kind: z.literal('rating') }),
]);
export type Target = z.infer<typeof Target>;

/** How a head is trained. The defaults suit some thousand users on two cores. */
export const HeadConfig = z.object({
  /** Attributes: parts that are predicted in turn by a head that has seen the others. */
  folds: z.number().int().min(2).max(20).default(5),
  /** Windows of days: cuts in time at most, one window apart, before the cut of the test. */
  cuts: z.number().int().min(1).max(24).default(4),
  epochs: z.number().int().min(1).max(1000).default(30),
  batchSize: z.number().int().min(1).max(1024).default(32),
  learningRate: z.number().positive().max(1).default(1e-3),
  /** Decoupled weight decay of matrices and embeddings. */
  weightDecay: z.number().min(0).max(1).default(0.01),
  dropout: z.number().min(0).max(0.9).default(0.3),
  /** Width of a hidden layer between the pooled vector and the head; 0 for none. */
  hidden: z.number().int().min(0).max(1024).default(0),
  /**
   * Parts left as they are: 0 none, 1 the embeddings, 2 the first layer as well… On an encoder that is frozen as a whole, as
   * by default, the head is solved rather than trained, in no epochs. Fresh weights are always trained.
   */
  frozen: z.number().int().min(0).max(25).default(25),
  /** Behaviours read of a history, cut into windows of the encoder's length. */
  history: z.number().int().min(8).max(8192).default(512),
  /** Whether the head adds to a linear model on counts (wide and deep) or stands by itself. */
  counts: z.boolean().default(true),
  classWeights: z.enum(['none', 'balanced']).default('none'),
  /** Share of the training users that choose the best epoch and calibrate. */
  validationShare: z.number().min(0.05).max(0.5).default(0.15),
  /** Epochs without a better validation loss after which training stops; 0 for never. */
  patience: z.number().int().min(0).max(1000).default(5),
  /** How scores become probabilities; auto is isotonic where many users calibrate, else a temperature. */
  calibration: z.enum(['auto', 'none', 'temperature', 'isotonic']).default('auto'),
  /** Heads of different seeds whose scores are averaged. */
  members: z.number().int().min(1).max(20).default(1),
  seed: z.number().int().default(1),
});
export type HeadConfig = z.infer<typeof HeadConfig>;
