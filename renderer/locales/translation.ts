/** The shape of a translation: every key of the English texts, save the singulars that a language without them lacks. */
export type Translation<T> = {
  [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Translation<T[K]>;
};
