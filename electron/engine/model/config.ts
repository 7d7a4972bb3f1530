import { z } from 'zod';

/** The encoder's shape. Defaults suit some thousand users on two cores. */
export const EncoderConfig = z
  .object({
    width: z.number().int().min(8).max(1024).default(64),
    layers: z.number().int().min(1).max(24).default(2),
    heads: z.number().int().min(1).max(16).default(2),
    /** Width of the feed-forward layer's inside. */
    inner: z.number().int().min(8).max(4096).default(256),
    /** Positions of the longest sequence, special tokens included. */
    length: z.number().int().min(8).max(1024).default(64),
    /** Kinds of segment that positions may belong to. */
    segments: z.number().int().min(1).max(16).default(2),
    /** Where layer norm stands: after each residual sum (BERT), before each sub-layer, or nowhere, with a learnt gate (ReZero). */
    norm: z.enum(['post', 'pre', 'rezero']).default('post'),
    /** What layer norm adds to the variance. */
    epsilon: z.number().positive().max(1e-2).default(1e-12),
    /** Whether a position sees only itself and those before it. */
    causal: z.boolean().default(false),
    /** What position 0 is: the last of a sequence, or the first (BERT). */
    positions: z.enum(['fromEnd', 'fromStart']).default('fromEnd'),
    /** What tokens are scored by: BERT's dense layer, GELU and norm on the hidden state, or the hidden state itself (SASRec). */
    head: z.enum(['transform', 'direct']).default('transform'),
    dropout: z.number().min(0).max(0.9).default(0.1),
    /** Tokens of each field's vocabulary; its keys are the fields that a position is the sum of. */
    sizes: z.record(z.string(), z.number().int().min(5)),
  })
  .refine(({ width, heads }) => width % heads === 0, { message: 'width must be a multiple of heads' });
export type EncoderConfig = z.infer<typeof EncoderConfig>;
