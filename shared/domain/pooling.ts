import { z } from 'zod';

/**
 * How a user's vector is computed from a model: from the mean of the last layer's states over the last events, as many
 * as the model reads at once (`recent`), or over all events in windows (`history`); or from the latter beside latent
 * semantic analysis of the items that the user had (`full`, twice as many dimensions).
 */
export const Pooling = z.enum(['full', 'history', 'recent']);
export type Pooling = z.infer<typeof Pooling>;

/** What measures best (bench/RESULTS.md). */
export const DEFAULT_POOLING: Pooling = 'full';
