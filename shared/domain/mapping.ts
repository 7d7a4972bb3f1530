import { z } from 'zod';

/**
 * Fields of a row in a behaviour export. `price` is per unit, `amount` the total of the row after `discount`. `alias`
 * is another identifier of the user, such as the anonymous id from before a login.
 */
export const Field = z.enum([
  ...(['user', 'time', 'action', 'item', 'category', 'brand', 'price', 'amount', 'quantity'] as const),
  ...(['rating', 'text', 'session', 'title', 'title_en'] as const),
  ...(['order_id', 'discount', 'currency', 'channel', 'campaign', 'alias'] as const),
]);
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
  user: z.string().exactOptional(),
  time: z.string().exactOptional(),
  action: z.string().exactOptional(),
  item: z.string().exactOptional(),
  category: z.string().exactOptional(),
  brand: z.string().exactOptional(),
  price: z.string().exactOptional(),
  amount: z.string().exactOptional(),
  quantity: z.string().exactOptional(),
  rating: z.string().exactOptional(),
  text: z.string().exactOptional(),
  session: z.string().exactOptional(),
  title: z.string().exactOptional(),
  title_en: z.string().exactOptional(),
  order_id: z.string().exactOptional(),
  discount: z.string().exactOptional(),
  currency: z.string().exactOptional(),
  channel: z.string().exactOptional(),
  campaign: z.string().exactOptional(),
  alias: z.string().exactOptional(),
  attributes: z.array(z.string()).exactOptional(),
} satisfies Record<Field | 'attributes', z.ZodType>);
export type Mapping = z.infer<typeof Mapping>;

/** One source of a field: a column (a bare number may be a column number, from 1) or a constant. */
export type Source = { readonly column: string } | { readonly literal: string };

export const isField = (name: string): name is Field => Field.safeParse(name).success;
