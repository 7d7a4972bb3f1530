import { z } from 'zod';
import { FIELDS } from '../sequence/fields.ts';

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
    dropout: z.number().min(0).max(0.9).default(0.1),
    /** Tokens of each field's vocabulary. */
    sizes: z.record(z.enum(FIELDS), z.number().int().min(5)),
  })
  .refine(({ width, heads }) => width % heads === 0, { message: 'width must be a multiple of heads' });
export type EncoderConfig = z.infer<typeof EncoderConfig>;
