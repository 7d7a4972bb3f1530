import { z } from 'zod';
import { EVENT_FIELDS } from './event-fields.ts';
import { recordOf } from './record-of.ts';

export const Field = z.enum(EVENT_FIELDS.map(({ field }) => field));
export type Field = z.infer<typeof Field>;
export const fields: readonly Field[] = Field.options;

/**
 * Source of each field, as users write it: a column name, several columns of which the first non-empty one is used
 * (`category_code|category_id`), a column number (`3`, for files without a header), or a constant (`'purchase'`). A
 * column may hold JSON: `properties.plan` is read from the column `properties` unless there is a column of that full
 * name. `attributes` are the columns that describe the user; `*` is every otherwise unused column, `traits.*` every one
 * with that prefix.
 */
export const Mapping = z.strictObject({
  ...recordOf(Field.options, () => z.string().exactOptional()),
  attributes: z.array(z.string()).exactOptional(),
});
export type Mapping = z.infer<typeof Mapping>;

/** One source of a field: a column (a bare number may be a column number, from 1) or a constant. */
export type Source = { readonly column: string } | { readonly literal: string };

export const isField = (name: string): name is Field => Field.safeParse(name).success;
