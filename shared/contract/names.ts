import { z } from 'zod';
import { method } from './method.ts';

const NameWithTitles = z.object({ name: z.string(), title: z.string().nullable(), titleEn: z.string().nullable() });

export const names = {
  /**
   * Suggests names that contain a text, for rule editors: names with that prefix first, then in alphabetical order;
   * values of an attribute by descending frequency.
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
    z.object({ names: z.array(NameWithTitles) }),
  ),
  /**
   * Finds users by name and items by name and titles, the best matches first: the whole text, its start, the start of a
   * word, any part, and for items the pinyin initials of a Chinese title.
   */
  'names.search': method(
    z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(8) }),
    z.object({ users: z.array(z.string()), items: z.array(NameWithTitles) }),
  ),
};
