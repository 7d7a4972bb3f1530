import type { Behaviours } from './encode.ts';
import { CLS, FIELDS, type FieldName, SEP } from './fields.ts';

/** Which events of a history to lay out: `from` (inclusive) to `to` (exclusive), indices into the columns. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One sequence as positions: `[CLS]` opens it, `[SEP]` closes each session. */
export interface Positions {
  /** Tokens of each field, one a position. */
  readonly tokens: Readonly<Record<FieldName, Int32Array>>;
  /** Parity of the session: BERT's segment. */
  readonly segment: Int32Array;
  /** Index of the event at each position, -1 for special tokens. */
  readonly event: Int32Array;
}

/** Lays out the last events of a span that fit into `length` positions. */
export function layOut(behaviours: Behaviours, span: Span, length: number): Positions {
  const from = firstThatFits(behaviours.session, span, length);
  const events: number[] = [-1];
  const special: number[] = [CLS];
  const segments: number[] = [0];
  let parity = 0;
  for (let e = from; e < span.to; e++) {
    events.push(e);
    special.push(0);
    segments.push(parity);
    if (e + 1 < span.to && behaviours.session[e + 1] === behaviours.session[e]) continue;
    events.push(-1);
    special.push(SEP);
    segments.push(parity);
    parity = 1 - parity;
  }
  const tokens = Object.fromEntries(
    FIELDS.map((field) => {
      const column = behaviours.tokens[field];
      return [field, Int32Array.from(events, (e, i) => (e < 0 ? special[i]! : column[e]!))];
    }),
  );
  return { tokens: tokens as Positions['tokens'], segment: Int32Array.from(segments), event: Int32Array.from(events) };
}

/** The first event from which on everything fits, `[CLS]` and one `[SEP]` a session included. */
function firstThatFits(session: Int32Array, { from, to }: Span, length: number): number {
  let room = length - 1;
  let e = to;
  while (e > from) {
    const closesSession = e === to || session[e - 1] !== session[e];
    room -= closesSession ? 2 : 1;
    if (room < 0) break;
    e--;
  }
  return e;
}
