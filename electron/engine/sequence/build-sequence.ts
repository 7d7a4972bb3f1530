import type { Behaviours } from './encode.ts';
import { CLS, FIELDS, type FieldName, SEP, UNK } from './fields.ts';

/** Range of events in a history: `from` (inclusive) to `to` (exclusive), indices into the columns. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Sequence of tokens: `[CLS]` opens it, `[SEP]` closes each session, and the words of a text follow their event. */
export interface TokenSequence {
  /** Token ids of each field, one per position; `word` only if the run reads texts. */
  readonly tokens: Readonly<Record<FieldName, Int32Array>> & { readonly word?: Int32Array };
  /** Parity of the session, as BERT's segment id. */
  readonly segment: Int32Array;
  /** Index of the event at each position, -1 for special tokens and words. */
  readonly event: Int32Array;
}

/**
 * Builds a sequence of the last events of a span that fit into `length` positions. A word carries the action of its
 * event and no other field. The words of `targetEvent` are left out: they would reveal the target.
 */
export function buildSequence(behaviours: Behaviours, span: Span, length: number, targetEvent = -1): TokenSequence {
  const { session } = behaviours;
  const wordsOf = wordsExcept(behaviours, targetEvent);
  const { from, spare, positions } = firstFittingEvent(session, span, length, (e) => wordsOf(e).length);
  const builder = new SequenceBuilder(positions);
  builder.add(-1, CLS, 0, 0);
  let parity = 0;
  for (let event = from; event < span.to; event++) {
    builder.add(event, 0, 0, parity);
    for (const word of wordsOf(event).subarray(0, event === from ? spare : undefined)) {
      builder.add(event, 0, word, parity);
    }
    if (event + 1 < span.to && session[event + 1] === session[event]) continue;
    builder.add(-1, SEP, 0, parity);
    parity = 1 - parity;
  }
  return toSequence(builder, behaviours);
}

/**
 * Returns the first event of a span that `buildSequence` includes (`to` if none fits) and the number of positions of
 * its sequence.
 */
export function measureSequence(
  behaviours: Behaviours,
  span: Span,
  length: number,
): { from: number; positions: number } {
  const wordsOf = wordsExcept(behaviours, -1);
  return firstFittingEvent(behaviours.session, span, length, (e) => wordsOf(e).length);
}

const NONE = new Int32Array(0);

function wordsExcept({ words }: Behaviours, excludedEvent: number) {
  return (e: number) =>
    words && e !== excludedEvent ? words.tokens.subarray(words.offsets[e], words.offsets[e + 1]) : NONE;
}

/** Positions before they become token ids: each is a special token, an event, or a word of an event. */
class SequenceBuilder {
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

function toSequence({ event, special, word, parity }: SequenceBuilder, { tokens, words }: Behaviours): TokenSequence {
  const fields = FIELDS.map((field) => {
    const source = tokens[field];
    const column = new Int32Array(event.length);
    for (let t = 0; t < column.length; t++) {
      const unknown = word[t]! > 0 && field !== 'action';
      column[t] = special[t]! || (unknown ? UNK : source[event[t]!]!);
    }
    return [field, column] as const;
  });
  const named = Object.fromEntries(fields) as TokenSequence['tokens'];
  return {
    tokens: words ? { ...named, word: word.map((token, t) => special[t]! || token || UNK) } : named,
    segment: parity,
    event: event.map((e, t) => (word[t]! > 0 ? -1 : e)),
  };
}

/**
 * Finds the first event from which on everything fits, with `[CLS]`, one `[SEP]` per session and the words. Returns it
 * with the number of its words that fit (an event is not dropped because of its words) and the total number of
 * positions.
 */
function firstFittingEvent(
  session: Int32Array,
  { from, to }: Span,
  length: number,
  wordsOf: (event: number) => number,
) {
  let room = length - 1;
  let first = to;
  let fittingWords = 0;
  while (first > from) {
    const closesSession = first === to || session[first - 1] !== session[first];
    const remaining = room - (closesSession ? 2 : 1);
    if (remaining < 0) break;
    first--;
    const words = wordsOf(first);
    fittingWords = Math.min(words, remaining);
    room = remaining - fittingWords;
    if (fittingWords < words) break;
  }
  return { from: first, spare: fittingWords, positions: length - room };
}
