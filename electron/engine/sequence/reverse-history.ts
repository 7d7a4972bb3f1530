import type { Span } from './build-sequence.ts';
import type { Behaviours } from './encode.ts';
import { FIELDS, UNK } from './fields.ts';

/**
 * A span of a history read from its end to its start, as a history of its own. The time to the behaviour that was read before
 * is the same both ways; the words of a text keep their order.
 */
export function backwards({ users, tokens, session, words }: Behaviours, { from, to }: Span): Behaviours {
  const turned = (column: Int32Array) => column.slice(from, to).reverse();
  const columns = Object.fromEntries(FIELDS.map((field) => [field, turned(tokens[field])])) as Behaviours['tokens'];
  columns.gap.copyWithin(1, 0);
  columns.gap[0] = UNK;
  return {
    users: users.subarray(0, 1),
    offsets: Int32Array.of(0, to - from),
    tokens: columns,
    session: turned(session),
    words: words ? turnedTexts(words, { from, to }) : null,
  };
}

function turnedTexts({ offsets, tokens }: NonNullable<Behaviours['words']>, { from, to }: Span) {
  const texts = Array.from({ length: to - from }, (_, i) => tokens.subarray(offsets[to - 1 - i]!, offsets[to - i]!));
  const starts = new Int32Array(texts.length + 1);
  texts.forEach((text, i) => {
    starts[i + 1] = starts[i]! + text.length;
  });
  return { offsets: starts, tokens: Int32Array.from(texts.flatMap((text) => [...text])) };
}
