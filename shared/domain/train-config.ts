import { z } from 'zod';

/** How a run is trained. All of it can be set; the defaults suit some thousand users on two cores. */
export const TrainConfig = z.object({
  width: z.number().int().min(8).max(1024).default(64),
  layers: z.number().int().min(1).max(24).default(2),
  heads: z.number().int().min(1).max(16).default(2),
  /** Longest sequence in positions, special tokens included. */
  length: z.number().int().min(8).max(1024).default(64),
  dropout: z.number().min(0).max(0.9).default(0.2),
  batchSize: z.number().int().min(1).max(1024).default(32),
  /** Passes over all users; each pass takes one window of each history. */
  epochs: z.number().int().min(1).max(10_000).default(30),
  /** Stops after this many minutes, if the epochs have not ended by then; 0 for no limit. */
  minutes: z.number().min(0).max(10_000).default(0),
  learningRate: z.number().positive().max(1).default(1.5e-3),
  /** Share of the steps over which the rate rises; it then falls to zero along a straight line. */
  warmup: z.number().min(0).max(1).default(0.1),
  /** Share of behaviours masked: more than BERT's 0.15, since histories are short and there are few of them. */
  maskShare: z.number().min(0.01).max(0.9).default(0.2),
  /** Share of sequences that are cut at a new item and asked for it too, as an evaluation asks. */
  nextShare: z.number().min(0).max(1).default(0.8),
  clipNorm: z.number().positive().default(5),
  /** Epochs without a better validation loss after which training stops; 0 for never. */
  patience: z.number().int().min(0).default(0),
  /** Values seen fewer times than this in training become the unknown token. */
  minCount: z.number().int().min(1).default(1),
  seed: z.number().int().default(1),
});
export type TrainConfig = z.infer<typeof TrainConfig>;
