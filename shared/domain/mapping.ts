import { z } from 'zod';

/**
 * What a row of a behaviour export can tell. `price` is of one unit, `amount` the money of the whole row, after `discount`.
 * `alias` is another name of the user, such as the anonymous id from before a login.
 */
export const Field = z.enum([
  ...(['user', 'time', 'action', 'item', 'category', 'brand', 'price', 'amount', 'quantity'] as const),
  ...(['rating', 'text', 'session', 'title', 'title_en'] as const),
  ...(['order_id', 'discount', 'currency', 'channel', 'campaign', 'alias'] as const),
]);
export type Field = z.infer<typeof Field>;
export const fields: readonly Field[] = Field.options;

/**
 * Where each field comes from, as people write it: a column's name, several of which the first that is not empty counts
 * (`category_code|category_id`), a column's number (`3`, for files without a header), or a fixed value (`'purchase'`).
 * A column may hold JSON: `properties.plan` is in the column `properties`, if there is none of that whole name.
 * `attributes` are the columns that describe the user; `*` is every column that is not used otherwise, `traits.*` each
 * whose name begins so.
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

/** One place to take a field from: a column (a bare number may be a column's number, from 1) or a fixed value. */
export type Source = { readonly column: string } | { readonly literal: string };

export const isField = (name: string): name is Field => Field.safeParse(name).success;
