import { z } from 'zod';

/** Shape of the encoder. The defaults suit a few thousand users on two cores. */
export const EncoderConfig = z
  .object({
    width: z.number().int().min(8).max(1024).default(64),
    layers: z.number().int().min(1).max(24).default(2),
    heads: z.number().int().min(1).max(16).default(2),
    /** Width of the feed-forward hidden layer. */
    inner: z.number().int().min(8).max(4096).default(256),
    /** Maximum sequence length in positions, special tokens included. */
    length: z.number().int().min(8).max(1024).default(64),
    /** Number of segment ids. */
    segments: z.number().int().min(1).max(16).default(2),
    /**
     * Layer norm after each residual sum (`post`, as in BERT), before each sub-layer (`pre`), or none, with a learnt
     * gate instead (`rezero`).
     */
    norm: z.enum(['post', 'pre', 'rezero']).default('post'),
    /** Constant that layer norm adds to the variance. */
    epsilon: z.number().positive().max(1e-2).default(1e-12),
    /** Whether a position attends only to itself and earlier positions. */
    causal: z.boolean().default(false),
    /** Which end position 0 is: the last of a sequence, or the first (BERT). */
    positions: z.enum(['fromEnd', 'fromStart']).default('fromEnd'),
    /**
     * Input of the token scores: the hidden state after BERT's dense layer, GELU and norm (`transform`), or the hidden
     * state itself (`direct`, as in SASRec).
     */
    head: z.enum(['transform', 'direct']).default('transform'),
    dropout: z.number().min(0).max(0.9).default(0.1),
    /** Vocabulary size of each field; the embedding of a position is the sum over these fields. */
    sizes: z.record(z.string(), z.number().int().min(5)),
  })
  .refine(({ width, heads }) => width % heads === 0, { message: 'width must be a multiple of heads' });
export type EncoderConfig = z.infer<typeof EncoderConfig>;
