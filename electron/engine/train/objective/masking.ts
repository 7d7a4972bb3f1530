import type { Random } from '../../../../shared/domain/random.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { layOut, type Positions, type Span } from '../../sequence/build-sequence.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { FIELDS, FIRST_TOKEN, type FieldName, MASK, SEP } from '../../sequence/fields.ts';
import type { Example } from './example.ts';
import { asksPairs, drawPair } from './session-pairs.ts';

/** Share of sequences that are pairs of sessions, where the run asks whether the second follows the first. */
const PAIR_SHARE = 0.5;

/**
 * Masked behaviour modelling, BERT's way: a share of the behaviours is hidden, 80 % of them as [MASK], 10 % as another
 * behaviour of the same history, 10 % left as they are. All fields of a behaviour are hidden together, and so are all
 * occurrences of its item (as whole words are in BERT's later checkpoints), or the answer could be copied from the
 * neighbouring view of the same item. A share of the sequences is cut at a new item, which is always among the hidden: that
 * is what an evaluation asks (BERT4Rec does so too). Where the run asks it, half of all are pairs of sessions
 * (`drawPair`).
 */
export function maskedExample(
  behaviours: Behaviours,
  span: Span,
  config: RunConfig,
  random: Random,
  another: () => Span,
): Example {
  const { length } = config.encoder;
  if (asksPairs(config.train) && random.chance(PAIR_SHARE)) {
    const pair = drawPair(behaviours, span, length, random, another);
    if (pair) return hideShare({ ...pair, at: [], targets: [] }, behaviours, span, config, random);
  }
  const next = random.chance(config.train.nextShare) ? randomNewEvent(behaviours, span, config.target, random) : -1;
  const window = next < 0 ? randomWindow(span, length, random) : { from: span.from, to: next + 1 };
  const positions = layOut(behaviours, window, length, next);
  const example: Example = { positions, at: [], targets: [] };
  if (next >= 0) ask(example, positions.event.lastIndexOf(next), behaviours.tokens[config.target][next]!);
  const others = next < 0 ? window : { from: window.from, to: next };
  return hideShare(example, behaviours, others, config, random);
}

/** The history before an event, and that event as one [MASK]. */
export function maskedNext(
  behaviours: Behaviours,
  from: number,
  event: number,
  { target, encoder }: RunConfig,
): Example {
  const positions = layOut(behaviours, { from, to: event + 1 }, encoder.length, event);
  const example: Example = { positions, at: [], targets: [] };
  ask(example, positions.event.lastIndexOf(event), behaviours.tokens[target][event]!);
  return example;
}

/**
 * Hides a share of the tokens that are not hidden yet, one by one or as spans of neighbours (SpanBERT: Joshi et al., 2020;
 * lengths are geometric, and a span is hidden in one way); at least one token where nothing is asked for so far. `span`: the
 * events that others may be replaced with.
 */
function hideShare(
  example: Example,
  behaviours: Behaviours,
  span: Span,
  { target, train }: RunConfig,
  random: Random,
): Example {
  const { positions, at, targets } = example;
  const places = placesByToken(positions.tokens[target].slice());
  const tokens = [...places.keys()];
  random.shuffle(tokens);
  const wanted = Math.max(at.length > 0 ? 0 : 1, Math.round(train.maskShare * tokens.length));
  const column = positions.tokens[target].slice();
  const hidden = new Set<number>();
  for (const start of tokens) {
    if (hidden.has(start)) continue;
    if (hidden.size >= wanted) break;
    const choice = random.float();
    const length = Math.min(spanLength(train.maskSpan, random), wanted - hidden.size);
    for (const token of tokensFrom(column, random.pick(places.get(start)!), length)) {
      if (hidden.has(token)) continue;
      hidden.add(token);
      for (const place of places.get(token)!) {
        at.push(place);
        targets.push(token);
        if (choice < 0.8) hide(positions, place);
        else if (choice < 0.9) replace(positions, place, behaviours, span.from + random.integer(span.to - span.from));
      }
    }
  }
  return example;
}

/** At least 1, geometrically distributed, `mean` on average. */
function spanLength(mean: number, random: Random): number {
  return mean <= 1 ? 1 : 1 + Math.floor(Math.log(1 - random.float()) / Math.log(1 - 1 / mean));
}

/** The tokens of up to `length` neighbouring behaviours from a place on. */
function tokensFrom(column: Int32Array, place: number, length: number): number[] {
  const tokens: number[] = [];
  for (let at = place; at < column.length && tokens.length < length; at++) {
    if (column[at]! >= FIRST_TOKEN) tokens.push(column[at]!);
  }
  return tokens;
}

function ask({ positions, at, targets }: Example, place: number, token: number): void {
  hide(positions, place);
  at.push(place);
  targets.push(token);
}

/** Positions of each token of the target field; special tokens are left out. */
function placesByToken(tokens: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  tokens.forEach((token, place) => {
    if (token < FIRST_TOKEN) return;
    const known = places.get(token);
    if (known) known.push(place);
    else places.set(token, [place]);
  });
  return places;
}

/** A window of about `length` events; the whole span where it is shorter. */
export function randomWindow(span: Span, length: number, random: Random): Span {
  const spare = span.to - span.from - length;
  if (spare <= 0) return span;
  const from = span.from + random.integer(spare + 1);
  return { from, to: from + length };
}

/** An event of the span whose target does not occur before it, never the first event; -1 where there is none. */
function randomNewEvent(behaviours: Behaviours, { from, to }: Span, target: FieldName, random: Random): number {
  const column = behaviours.tokens[target];
  const seen = new Set<number>([column[from]!]);
  const fresh: number[] = [];
  for (let e = from + 1; e < to; e++) {
    const token = column[e]!;
    if (token < FIRST_TOKEN || seen.has(token)) continue;
    seen.add(token);
    fresh.push(e);
  }
  return fresh.length > 0 ? random.pick(fresh) : -1;
}

function hide(positions: Positions, place: number): void {
  for (const field of FIELDS) positions.tokens[field][place] = MASK;
  hideWords(positions, place);
}

function replace(positions: Positions, place: number, behaviours: Behaviours, event: number): void {
  for (const field of FIELDS) positions.tokens[field][place] = behaviours.tokens[field][event]!;
  hideWords(positions, place);
}

/** The words after a behaviour are its own: a review would tell which item was bought. */
function hideWords({ tokens: { word }, event }: Positions, place: number): void {
  if (!word) return;
  for (let at = place + 1; at < event.length && event[at] === -1 && word[at] !== SEP; at++) word[at] = MASK;
}
