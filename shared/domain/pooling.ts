import { z } from 'zod';

/**
 * How a user’s vector is computed from a model. `recent`: mean of the last layer’s states over the latest events that
 * fit into the model. `history`: mean over all events, read in windows. `full`: the latter, concatenated with the mean
 * vector of the user’s items by latent semantic analysis (twice as many dimensions).
 */
export const Pooling = z.enum(['full', 'history', 'recent']);
export type Pooling = z.infer<typeof Pooling>;

/** The best in the benchmark `profiles` (bench/RESULTS.md). */
export const DEFAULT_POOLING: Pooling = 'full';
