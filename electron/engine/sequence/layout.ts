import type { Behaviours } from './encode.ts';
import { CLS, FIELDS, type FieldName, SEP, UNK } from './fields.ts';

/** Which events of a history to lay out: `from` (inclusive) to `to` (exclusive), indices into the columns. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One sequence as positions: `[CLS]` opens it, `[SEP]` closes each session, the words of a text follow their event. */
export interface Positions {
  /** Tokens of each field, one a position; `word` where the run reads texts. */
  readonly tokens: Readonly<Record<FieldName, Int32Array>> & { readonly word?: Int32Array };
  /** Parity of the session: BERT's segment. */
  readonly segment: Int32Array;
  /** Index of the event at each position, -1 for special tokens and words. */
  readonly event: Int32Array;
}

/**
 * Lays out the last events of a span that fit into `length` positions. A word has the action of its event and no other
 * field. Of the event `silent` no words are laid out: it is the one that is asked for, and they would tell.
 */
export function layOut(behaviours: Behaviours, span: Span, length: number, silent = -1): Positions {
  const { session, words } = behaviours;
  const wordsOf = (e: number) =>
    words && e !== silent ? words.tokens.subarray(words.offsets[e], words.offsets[e + 1]) : NONE;
  const { from, spare } = firstThatFits(session, span, length, (e) => wordsOf(e).length);
  const places: Place[] = [{ event: -1, special: CLS, word: 0, parity: 0 }];
  let parity = 0;
  for (let event = from; event < span.to; event++) {
    places.push({ event, special: 0, word: 0, parity });
    for (const word of wordsOf(event).subarray(0, event === from ? spare : undefined)) {
      places.push({ event, special: 0, word, parity });
    }
    if (event + 1 < span.to && session[event + 1] === session[event]) continue;
    places.push({ event: -1, special: SEP, word: 0, parity });
    parity = 1 - parity;
  }
  return positionsOf(places, behaviours);
}

const NONE = new Int32Array(0);

/** A special token, an event, or a word of an event. */
interface Place {
  readonly event: number;
  readonly special: number;
  readonly word: number;
  readonly parity: number;
}

function positionsOf(places: readonly Place[], { tokens, words }: Behaviours): Positions {
  const fields = Object.fromEntries(
    FIELDS.map((field) => [
      field,
      Int32Array.from(places, ({ event, special, word }) => {
        if (special > 0) return special;
        return word > 0 && field !== 'action' ? UNK : tokens[field][event]!;
      }),
    ]),
  ) as Positions['tokens'];
  const word = words ? { word: Int32Array.from(places, ({ special, word }) => special || word || UNK) } : {};
  return {
    tokens: { ...fields, ...word },
    segment: Int32Array.from(places, ({ parity }) => parity),
    event: Int32Array.from(places, ({ event, word }) => (word > 0 ? -1 : event)),
  };
}

/**
 * The first event from which on everything fits, `[CLS]`, one `[SEP]` a session and words included, and how many words of
 * that event do: an event is not left out for its words.
 */
function firstThatFits(session: Int32Array, { from, to }: Span, length: number, wordsOf: (event: number) => number) {
  let room = length - 1;
  let first = to;
  let spare = 0;
  while (first > from) {
    const closesSession = first === to || session[first - 1] !== session[first];
    const left = room - (closesSession ? 2 : 1);
    if (left < 0) break;
    first--;
    const words = wordsOf(first);
    spare = Math.min(words, left);
    room = left - spare;
    if (spare < words) break;
  }
  return { from: first, spare };
}
