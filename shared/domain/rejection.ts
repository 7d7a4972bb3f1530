import { z } from 'zod';
import { Field } from './mapping.ts';

/** Syntax error of a JSON document. */
export const JsonFault = z.enum([
  'extra-text',
  'name-expected',
  'colon-expected',
  'object-open',
  'array-open',
  'too-deep',
  'control-character',
  'open-string',
  'bad-escape',
  'value-expected',
  'unexpected-end',
]);
export type JsonFault = z.infer<typeof JsonFault>;

/** Reason of a row that is rejected for its text alone. */
const PlainCode = z.enum([
  'open-quote',
  'text-after-quote',
  'row-too-long',
  'no-items',
  'carriage-return',
  'control-character',
  'not-utf8',
  'not-an-object',
  'cut-off',
  'array-cut-off',
  'title',
]);

/** Reason why a row of a file is rejected: a code, and the parameters of the code's text in every language. */
export const RejectionReason = z.discriminatedUnion('code', [
  z.object({ code: PlainCode, params: z.object({}) }),
  /** A row of `count` columns in a table of `expected`. */
  z.object({ code: z.literal('column-count'), params: z.object({ count: z.number(), expected: z.number() }) }),
  z.object({ code: z.literal('missing'), params: z.object({ field: Field }) }),
  /** `value` is the start of the cell, at most 60 characters. */
  z.object({ code: z.enum(['not-a-time', 'not-a-number']), params: z.object({ field: Field, value: z.string() }) }),
  /** `position` counts characters from 1. */
  z.object({ code: z.literal('not-json'), params: z.object({ position: z.number(), fault: JsonFault }) }),
  z.object({ code: z.enum(['document-too-long', 'rows-too-long']), params: z.object({ megabytes: z.number() }) }),
  /** A sentence as it was stored before reasons had codes. */
  z.object({ code: z.literal('text'), params: z.object({ text: z.string() }) }),
]);
export type RejectionReason = z.infer<typeof RejectionReason>;
export type RejectionCode = RejectionReason['code'];
