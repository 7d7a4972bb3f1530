/** The parallel fields of one behaviour, in the order in which tensors hold them. */
export const FIELDS = ['action', 'item', 'category', 'brand', 'price', 'gap', 'hour', 'weekday'] as const;
export type FieldName = (typeof FIELDS)[number];

/** Tokens that every field's vocabulary begins with; `UNK` also stands for "no value". */
export const PAD = 0;
export const UNK = 1;
export const MASK = 2;
export const CLS = 3;
export const SEP = 4;
export const FIRST_TOKEN = 5;
