import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildSequence } from '../../../electron/engine/sequence/build-sequence.ts';
import type { Behaviours } from '../../../electron/engine/sequence/encode.ts';
import { FIELDS, UNK } from '../../../electron/engine/sequence/fields.ts';
import { reverseHistory } from '../../../electron/engine/sequence/reverse-history.ts';

const event = fc.record({ token: fc.integer({ min: 5, max: 40 }), words: fc.array(fc.integer({ min: 5, max: 40 })) });

/** One history; each event has the same token in all fields, and every third event starts a session. */
function historyOf(events: readonly { token: number; words: readonly number[] }[]): Behaviours {
  const column = Int32Array.from(events, ({ token }) => token);
  const offsets = new Int32Array(events.length + 1);
  events.forEach(({ words }, e) => {
    offsets[e + 1] = offsets[e]! + words.length;
  });
  return {
    users: Int32Array.of(1),
    offsets: Int32Array.of(0, events.length),
    tokens: Object.fromEntries(FIELDS.map((field) => [field, column])) as Behaviours['tokens'],
    session: Int32Array.from(events, (_, e) => Math.floor(e / 3)),
    words: { offsets, tokens: Int32Array.from(events.flatMap(({ words }) => words)) },
  };
}

it('a reversed history contains the events of a span from the last to the first, each with its own words', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (events, a, b) => {
      const [from, to] = [a % events.length, (b % events.length) + 1].sort((x, y) => x - y) as [number, number];
      const reversed = reverseHistory(historyOf(events), { from, to });
      const mirrored = historyOf(events.slice(from, to).reverse());
      for (const field of FIELDS) {
        if (field !== 'gap') expect(reversed.tokens[field]).toEqual(mirrored.tokens[field]);
      }
      expect(reversed.words).toEqual(mirrored.words);
      expect([...reversed.session]).toEqual(Array.from({ length: to - from }, (_, i) => Math.floor((to - 1 - i) / 3)));
      expect(reversed.offsets).toEqual(Int32Array.of(0, to - from));
    }),
  );
});

it('a reversed history has the time gap to the event that precedes it in the reversed order', () => {
  const [, gapOfB, gapOfC] = [7, 8, 9];
  const history = historyOf([7, gapOfB!, gapOfC!].map((token) => ({ token, words: [] })));
  expect([...reverseHistory(history, { from: 0, to: 3 }).tokens.gap]).toEqual([UNK, gapOfC, gapOfB]);
});

it('a reversed history is laid out like any other', () => {
  const history = historyOf([10, 11, 12, 13].map((token) => ({ token, words: [] })));
  const { tokens, segment } = buildSequence(reverseHistory(history, { from: 0, to: 4 }), { from: 0, to: 4 }, 16);
  const forth = buildSequence(history, { from: 0, to: 4 }, 16);
  const events = (column: Int32Array) => [...column].filter((token) => token >= 5);
  expect(events(tokens.item)).toEqual(events(forth.tokens.item).reverse());
  expect(segment).toHaveLength(forth.segment.length);
});
