import { z } from 'zod';
import { method } from './method.ts';

export const names = {
  /**
   * Names that hold a text, for whoever writes a rule: those that begin with it first, then in alphabetic order; the values
   * of an attribute the most frequent first.
   */
  'names.suggest': method(
    z.object({
      of: z.discriminatedUnion('kind', [
        z.object({ kind: z.enum(['category', 'brand', 'item']) }),
        z.object({ kind: z.literal('value'), attribute: z.string() }),
      ]),
      text: z.string().max(200).default(''),
      limit: z.number().int().min(1).max(200).default(20),
    }),
    z.object({
      names: z.array(z.object({ name: z.string(), title: z.string().nullable(), titleEn: z.string().nullable() })),
    }),
  ),
};
