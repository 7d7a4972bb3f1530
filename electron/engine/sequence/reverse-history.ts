import type { Span } from './build-sequence.ts';
import type { Behaviours } from './encode.ts';
import { FIELDS, UNK } from './fields.ts';

/**
 * Reverses a span of a history and returns it as a history of its own. The gap between two consecutive events is the
 * same in both directions; the words of a text keep their order.
 */
export function reverseHistory({ users, tokens, session, words }: Behaviours, { from, to }: Span): Behaviours {
  const reversed = (column: Int32Array) => column.slice(from, to).reverse();
  const columns = Object.fromEntries(FIELDS.map((field) => [field, reversed(tokens[field])])) as Behaviours['tokens'];
  columns.gap.copyWithin(1, 0);
  columns.gap[0] = UNK;
  return {
    users: users.subarray(0, 1),
    offsets: Int32Array.of(0, to - from),
    tokens: columns,
    session: reversed(session),
    words: words ? reverseTexts(words, { from, to }) : null,
  };
}

function reverseTexts({ offsets, tokens }: NonNullable<Behaviours['words']>, { from, to }: Span) {
  const texts = Array.from({ length: to - from }, (_, i) => tokens.subarray(offsets[to - 1 - i]!, offsets[to - i]!));
  const starts = new Int32Array(texts.length + 1);
  texts.forEach((text, i) => {
    starts[i + 1] = starts[i]! + text.length;
  });
  return { offsets: starts, tokens: Int32Array.from(texts.flatMap((text) => [...text])) };
}
