/** Text of an error code in a language that the engine does not speak. `renderer/base/fill-details.ts` has its syntax. */
export interface ErrorText {
  readonly message: string;
  readonly hint: string;
  /** Texts by `details.variant`; what a variant leaves out is that of the code. */
  readonly variants?: Readonly<Record<string, { readonly message?: string; readonly hint?: string }>>;
}

/** Texts by error code. */
export type ErrorTexts = Readonly<Record<string, ErrorText>>;
