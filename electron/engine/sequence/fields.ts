/** Parallel fields of a behaviour, in tensor order. */
export const FIELDS = ['action', 'item', 'category', 'brand', 'price', 'gap', 'hour', 'weekday'] as const;
export type FieldName = (typeof FIELDS)[number];

/** Special tokens at the start of every field's vocabulary; `UNK` also encodes a missing value. */
export const PAD = 0;
export const UNK = 1;
export const MASK = 2;
export const CLS = 3;
export const SEP = 4;
export const FIRST_TOKEN = 5;
