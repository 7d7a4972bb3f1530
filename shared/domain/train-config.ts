import { z } from 'zod';

/** Pre-training objective: masked modelling (BERT), or next-item prediction (SASRec). */
export const Objective = z.enum(['masked', 'causal']);
export type Objective = z.infer<typeof Objective>;

/** Input fields of an event; `word` is the words of its text, which are separate tokens. */
export const FieldNames = ['action', 'item', 'category', 'brand', 'price', 'gap', 'hour', 'weekday', 'word'] as const;

/** Training settings of a run. The defaults suit a few thousand users on two cores. */
export const TrainConfig = z.object({
  objective: Objective.default('masked'),
  width: z.number().int().min(8).max(1024).default(64),
  layers: z.number().int().min(1).max(24).default(2),
  heads: z.number().int().min(1).max(16).default(2),
  /** Maximum sequence length in tokens, special tokens included. */
  length: z.number().int().min(8).max(1024).default(64),
  /** Placement of layer norm (BERT: post), or ReZero instead of it. */
  norm: z.enum(['post', 'pre', 'rezero']).default('post'),
  /** Input fields; those missing in the data are ignored. */
  fields: z
    .array(z.enum(FieldNames))
    .min(1)
    .default([...FieldNames]),
  /**
   * Initialisation of the target embeddings: random, or from co-occurrence, so that tokens of the same histories start
   * with similar embeddings, which takes long to learn from small data.
   */
  embeddings: z.enum(['random', 'cooccurrence']).default('random'),
  /**
   * Output head that scores items: BERT's dense layer and norm on top of the last layer, or the last layer's output
   * itself (SASRec).
   */
  head: z.enum(['transform', 'direct']).default('transform'),
  dropout: z.number().min(0).max(0.9).default(0.2),
  batchSize: z.number().int().min(1).max(1024).default(32),
  /** Passes over all histories; each samples as many random windows of a history as would cover it. */
  epochs: z.number().int().min(1).max(10_000).default(30),
  /** Time limit in minutes, after which training stops even if epochs remain; 0 for no limit. */
  minutes: z.number().min(0).max(10_000).default(0),
  learningRate: z.number().positive().max(1).default(1.5e-3),
  /** Share of the steps with learning rate warm-up. */
  warmup: z.number().min(0).max(1).default(0.1),
  /** Learning rate decay after the warm-up: to zero linearly or along a half cosine, or none. */
  decay: z.enum(['linear', 'cosine', 'none']).default('linear'),
  /** Decoupled weight decay (AdamW: Loshchilov and Hutter, 2019) of matrices and embeddings; 0 is plain Adam. */
  weightDecay: z.number().min(0).max(1).default(0),
  /** Label smoothing: share of the target's probability spread evenly over all classes. */
  labelSmoothing: z.number().min(0).max(0.5).default(0),
  /** Masked: share of events that are masked. Higher than BERT's 0.15 because histories are few and short. */
  maskShare: z.number().min(0.01).max(0.9).default(0.2),
  /** Masked: mean length of a masked span; 1 masks single events. */
  maskSpan: z.number().min(1).max(10).default(1),
  /** Masked: share of sequences that are truncated at a new item, which is then masked, as in evaluation. */
  nextShare: z.number().min(0).max(1).default(0.8),
  /**
   * Causal: share of sequences that are read in reverse, so that the model also predicts the previous item. If the
   * order is partly random, as among events in the same second, this acts as data augmentation.
   */
  backwards: z.number().min(0).max(1).default(0),
  /**
   * Loss weight of next-session prediction (whether the second half of a history really follows the first); 0 disables
   * it.
   */
  nextSession: z.number().min(0).max(10).default(0),
  /**
   * Loss weight of recognising users by slices of their histories (CoLES: Babaev et al., 2022), which makes the vectors
   * of users tell them apart; 0 disables it.
   */
  contrast: z.number().min(0).max(10).default(0),
  /** Contrast: number of slices of each history in a batch. */
  slices: z.number().int().min(2).max(16).default(2),
  /** Contrast: number of events of the longest slices; the shortest have a quarter of it. */
  sliceLength: z.number().int().min(4).max(1024).default(48),
  /** Cross-entropy over all items, or over shared negative samples; auto samples if there are many items. */
  loss: z.enum(['auto', 'full', 'sampled']).default('auto'),
  /** Sampled: number of negatives per step, shared by all targets of the step. */
  negatives: z.number().int().min(1).max(100_000).default(1024),
  /** Sampled: logQ correction of the scores for the sampling probability of each item (Bengio and Senécal, 2008). */
  logQ: z.boolean().default(true),
  clipNorm: z.number().positive().default(5),
  /**
   * Early stopping: epochs without a better validation NDCG@10, for texts validation loss, after which training stops
   * and the best epoch's weights are restored; 0 to disable.
   */
  patience: z.number().int().min(0).default(0),
  /**
   * Window in epochs of a moving average over the weights at epoch ends (Izmailov et al., 2018); 0 disables averaging.
   */
  averaging: z.number().int().min(0).max(1000).default(0),
  /** Steps between checkpoints; 0 for one per epoch only. */
  checkpointSteps: z.number().int().min(0).default(200),
  /** Train-test split: each user's last new items, or all events after one point in time. */
  split: z.enum(['leaveOneOut', 'temporal']).default('leaveOneOut'),
  /**
   * Maximum number of test targets per user: consecutive new items, each predicted from all events before it.
   * Validation has one. More than one narrows the confidence intervals of small data.
   */
  heldOut: z.number().int().min(1).max(100).default(1),
  /**
   * Temporal split: share of all events after the test cutoff, and the same share before it after the validation
   * cutoff.
   */
  testShare: z.number().min(0.01).max(0.4).default(0.1),
  /** Milliseconds since the epoch; events at or after this time are neither trained on nor used as targets. */
  until: z.number().nullable().default(null),
  /** Minimum count: values rarer than this in training become the unknown token. */
  minCount: z.number().int().min(1).default(1),
  seed: z.number().int().default(1),
  /**
   * Number of data-parallel threads; 0 for all cores but one (both of two), or fewer if more would not be faster. For
   * texts, 0 is one.
   */
  workers: z.number().int().min(0).max(64).default(0),
});
export type TrainConfig = z.infer<typeof TrainConfig>;
