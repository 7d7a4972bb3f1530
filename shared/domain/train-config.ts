import { z } from 'zod';

/** What a model is asked while it learns: behaviours that were hidden (BERT), or each next one (SASRec). */
export const Objective = z.enum(['masked', 'causal']);
export type Objective = z.infer<typeof Objective>;

/** The fields of a behaviour that a model may read; `word` are the words of its text, positions of their own. */
export const FieldNames = ['action', 'item', 'category', 'brand', 'price', 'gap', 'hour', 'weekday', 'word'] as const;

/** How a run is trained. All of it can be set; the defaults suit some thousand users on two cores. */
export const TrainConfig = z.object({
  objective: Objective.default('masked'),
  width: z.number().int().min(8).max(1024).default(64),
  layers: z.number().int().min(1).max(24).default(2),
  heads: z.number().int().min(1).max(16).default(2),
  /** Longest sequence in positions, special tokens included. */
  length: z.number().int().min(8).max(1024).default(64),
  /** Where layer norm stands (BERT: post), or ReZero in its place. */
  norm: z.enum(['post', 'pre', 'rezero']).default('post'),
  /** Fields read; those that the data lacks are left out. */
  fields: z
    .array(z.enum(FieldNames))
    .min(1)
    .default([...FieldNames]),
  /**
   * What the embeddings of what is predicted begin as: random, or alike where tokens occur in the same histories, which small
   * data takes long to find out otherwise.
   */
  embeddings: z.enum(['random', 'cooccurrence']).default('random'),
  /** Items are scored by BERT's dense layer and norm on the last layer, or by the last layer itself (SASRec). */
  head: z.enum(['transform', 'direct']).default('transform'),
  dropout: z.number().min(0).max(0.9).default(0.2),
  batchSize: z.number().int().min(1).max(1024).default(32),
  /** Passes over all histories; each takes as many random windows of a history as would cover it. */
  epochs: z.number().int().min(1).max(10_000).default(30),
  /** Stops after this many minutes, if the epochs have not ended by then; 0 for no limit. */
  minutes: z.number().min(0).max(10_000).default(0),
  learningRate: z.number().positive().max(1).default(1.5e-3),
  /** Share of the steps over which the rate rises. */
  warmup: z.number().min(0).max(1).default(0.1),
  /** How the rate falls after that: to zero along a line or half a cosine, or not at all. */
  decay: z.enum(['linear', 'cosine', 'none']).default('linear'),
  /** Decoupled weight decay (AdamW: Loshchilov and Hutter, 2019) of matrices and embeddings; 0 is Adam. */
  weightDecay: z.number().min(0).max(1).default(0),
  /** Share of the target's probability spread evenly over all classes. */
  labelSmoothing: z.number().min(0).max(0.5).default(0),
  /** Masked: share of behaviours hidden. More than BERT's 0.15, since histories are short and there are few of them. */
  maskShare: z.number().min(0.01).max(0.9).default(0.2),
  /** Masked: mean length of a hidden span; 1 hides behaviours one by one. */
  maskSpan: z.number().min(1).max(10).default(1),
  /** Masked: share of sequences that are cut at a new item and asked for it too, as an evaluation asks. */
  nextShare: z.number().min(0).max(1).default(0.8),
  /**
   * Causal: share of sequences that are read from their end to their start, so that a model also learns what came before what;
   * where order is partly chance, as with what was done in the same second, that is as good as more data.
   */
  backwards: z.number().min(0).max(1).default(0),
  /** Weight of the question whether the second half of a history really follows its first; 0 does not ask. */
  nextSession: z.number().min(0).max(10).default(0),
  /** Cross-entropy over all items, or over shared sampled ones; auto samples where there are many. */
  loss: z.enum(['auto', 'full', 'sampled']).default('auto'),
  /** Sampled: items drawn a step, shared by all its questions. */
  negatives: z.number().int().min(1).max(100_000).default(1024),
  /** Sampled: corrects the scores for how likely each item was to be drawn (Bengio and Senécal, 2008). */
  logQ: z.boolean().default(true),
  clipNorm: z.number().positive().default(5),
  /** Epochs without a better NDCG@10 on validation after which training stops, with the best epoch's weights; 0 for never. */
  patience: z.number().int().min(0).default(0),
  /** Epochs over whose ends weights are averaged (Izmailov et al., 2018), the last counting most; 0 takes them as they are. */
  averaging: z.number().int().min(0).max(1000).default(0),
  /** Steps between checkpoints; 0 for one at each epoch's end only. */
  checkpointSteps: z.number().int().min(0).default(200),
  /** What is held out: each user's last new items, or what came after one moment for everyone. */
  split: z.enum(['leaveOneOut', 'temporal']).default('leaveOneOut'),
  /**
   * New items that the test asks each user for at most, one after the other, each given all before it; validation asks for one.
   * More than one narrows the intervals of small data.
   */
  heldOut: z.number().int().min(1).max(100).default(1),
  /** Temporal: share of all events that lie after the cut of the test, and as many before it after that of validation. */
  testShare: z.number().min(0.01).max(0.4).default(0.1),
  /** Milliseconds since the epoch: nothing at this moment or after it is learnt from or asked for. */
  until: z.number().nullable().default(null),
  /** Values seen fewer times than this in training become the unknown token. */
  minCount: z.number().int().min(1).default(1),
  seed: z.number().int().default(1),
  /** Threads that learn together; 0 for all cores but one (both of two), or fewer where more would not pay. */
  workers: z.number().int().min(0).max(64).default(0),
});
export type TrainConfig = z.infer<typeof TrainConfig>;
