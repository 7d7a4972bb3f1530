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
  const { session } = behaviours;
  const wordsOf = wordsBut(behaviours, silent);
  const { from, spare, positions } = firstThatFits(session, span, length, (e) => wordsOf(e).length);
  const places = new Places(positions);
  places.add(-1, CLS, 0, 0);
  let parity = 0;
  for (let event = from; event < span.to; event++) {
    places.add(event, 0, 0, parity);
    for (const word of wordsOf(event).subarray(0, event === from ? spare : undefined)) {
      places.add(event, 0, word, parity);
    }
    if (event + 1 < span.to && session[event + 1] === session[event]) continue;
    places.add(-1, SEP, 0, parity);
    parity = 1 - parity;
  }
  return positionsOf(places, behaviours);
}

/** The first event of a span that `layOut` lays out, its end where none fits, and how many positions it makes of them. */
export function fitOf(behaviours: Behaviours, span: Span, length: number): { from: number; positions: number } {
  const wordsOf = wordsBut(behaviours, -1);
  return firstThatFits(behaviours.session, span, length, (e) => wordsOf(e).length);
}

const NONE = new Int32Array(0);

function wordsBut({ words }: Behaviours, silent: number) {
  return (e: number) => (words && e !== silent ? words.tokens.subarray(words.offsets[e], words.offsets[e + 1]) : NONE);
}

/** Positions before they are tokens: each a special token, an event, or a word of an event. */
class Places {
  readonly event: Int32Array;
  readonly special: Int32Array;
  readonly word: Int32Array;
  readonly parity: Int32Array;
  private filled = 0;

  constructor(count: number) {
    const zeros = () => new Int32Array(count);
    [this.event, this.special, this.word, this.parity] = [zeros(), zeros(), zeros(), zeros()];
  }

  add(event: number, special: number, word: number, parity: number): void {
    const at = this.filled++;
    this.event[at] = event;
    this.special[at] = special;
    this.word[at] = word;
    this.parity[at] = parity;
  }
}

function positionsOf({ event, special, word, parity }: Places, { tokens, words }: Behaviours): Positions {
  const fields = FIELDS.map((field) => {
    const own = tokens[field];
    const column = new Int32Array(event.length);
    for (let t = 0; t < column.length; t++) {
      const unknown = word[t]! > 0 && field !== 'action';
      column[t] = special[t]! || (unknown ? UNK : own[event[t]!]!);
    }
    return [field, column] as const;
  });
  const named = Object.fromEntries(fields) as Positions['tokens'];
  return {
    tokens: words ? { ...named, word: word.map((token, t) => special[t]! || token || UNK) } : named,
    segment: parity,
    event: event.map((e, t) => (word[t]! > 0 ? -1 : e)),
  };
}

/**
 * The first event from which on everything fits, `[CLS]`, one `[SEP]` a session and words included, how many words of that
 * event do (an event is not left out for its words), and how many positions all of it takes.
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
  return { from: first, spare, positions: length - room };
}
