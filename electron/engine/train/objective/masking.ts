import type { Random } from '../../../../shared/domain/random.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { buildSequence, type Span, type TokenSequence } from '../../sequence/build-sequence.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { FIELDS, FIRST_TOKEN, type FieldName, MASK, SEP } from '../../sequence/fields.ts';
import type { Example } from './example.ts';
import { drawPair, learnsSessionPairs } from './session-pairs.ts';

/** Share of sequences that are session pairs, if the run trains next-session prediction. */
const PAIR_SHARE = 0.5;

/**
 * Masked modelling as in BERT: of a share of the events, 80 % are replaced by [MASK], 10 % by another event of the same
 * history, and 10 % are left unchanged. All fields of an event are masked together, and so are all occurrences of its
 * item (as in BERT's whole-word masking), because the target could otherwise be copied from a neighbouring view of the
 * same item. A share of the sequences ends at a new item that is always masked, as in evaluation (and as in BERT4Rec).
 * If the run trains next-session prediction, half of all sequences are session pairs (`drawPair`).
 */
export function maskedExample(
  behaviours: Behaviours,
  span: Span,
  config: RunConfig,
  random: Random,
  otherSpan: () => Span,
): Example {
  const { length } = config.encoder;
  if (learnsSessionPairs(config.train) && random.chance(PAIR_SHARE)) {
    const pair = drawPair(behaviours, span, length, random, otherSpan);
    if (pair) return maskTokens({ ...pair, targetPositions: [], targets: [] }, behaviours, span, config, random);
  }
  const next = random.chance(config.train.nextShare) ? randomNewEvent(behaviours, span, config.target, random) : -1;
  const window = next < 0 ? randomWindow(span, length, random) : { from: span.from, to: next + 1 };
  const positions = buildSequence(behaviours, window, length, next);
  const example: Example = { positions, targetPositions: [], targets: [] };
  if (next >= 0) maskTarget(example, positions.event.lastIndexOf(next), behaviours.tokens[config.target][next]!);
  const maskableSpan = next < 0 ? window : { from: window.from, to: next };
  return maskTokens(example, behaviours, maskableSpan, config, random);
}

/** Returns the history before an event, followed by that event as one [MASK]. */
export function maskedNextExample(
  behaviours: Behaviours,
  from: number,
  event: number,
  { target, encoder }: RunConfig,
): Example {
  const positions = buildSequence(behaviours, { from, to: event + 1 }, encoder.length, event);
  const example: Example = { positions, targetPositions: [], targets: [] };
  maskTarget(example, positions.event.lastIndexOf(event), behaviours.tokens[target][event]!);
  return example;
}

/**
 * Masks a share of the tokens that are not masked yet, singly or in spans of neighbours (SpanBERT: Joshi et al., 2020;
 * span lengths are geometric, and a span is masked in one way); at least one token if the example has no target yet.
 * `span`: the events from which replacements are drawn.
 */
function maskTokens(
  example: Example,
  behaviours: Behaviours,
  span: Span,
  { target, train }: RunConfig,
  random: Random,
): Example {
  const { positions, targetPositions, targets } = example;
  const places = placesByToken(positions.tokens[target].slice());
  const tokens = [...places.keys()];
  random.shuffle(tokens);
  const maskCount = Math.max(targetPositions.length > 0 ? 0 : 1, Math.round(train.maskShare * tokens.length));
  const column = positions.tokens[target].slice();
  const maskedTokens = new Set<number>();
  for (const start of tokens) {
    if (maskedTokens.has(start)) continue;
    if (maskedTokens.size >= maskCount) break;
    const choice = random.float();
    const length = Math.min(spanLength(train.maskSpan, random), maskCount - maskedTokens.size);
    for (const token of tokensFrom(column, random.pick(places.get(start)!), length)) {
      if (maskedTokens.has(token)) continue;
      maskedTokens.add(token);
      for (const place of places.get(token)!) {
        targetPositions.push(place);
        targets.push(token);
        if (choice < 0.8) maskPosition(positions, place);
        else if (choice < 0.9) replace(positions, place, behaviours, span.from + random.integer(span.to - span.from));
      }
    }
  }
  return example;
}

/** Draws a length of at least 1 from a geometric distribution with the given mean. */
function spanLength(mean: number, random: Random): number {
  return mean <= 1 ? 1 : 1 + Math.floor(Math.log(1 - random.float()) / Math.log(1 - 1 / mean));
}

/** Returns the tokens of up to `length` consecutive events starting at a position. */
function tokensFrom(column: Int32Array, place: number, length: number): number[] {
  const tokens: number[] = [];
  for (let at = place; at < column.length && tokens.length < length; at++) {
    if (column[at]! >= FIRST_TOKEN) tokens.push(column[at]!);
  }
  return tokens;
}

function maskTarget({ positions, targetPositions, targets }: Example, place: number, token: number): void {
  maskPosition(positions, place);
  targetPositions.push(place);
  targets.push(token);
}

/** Returns the positions of each token of the target field; special tokens are skipped. */
function placesByToken(tokens: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  tokens.forEach((token, place) => {
    if (token < FIRST_TOKEN) return;
    const tokenPlaces = places.get(token);
    if (tokenPlaces) tokenPlaces.push(place);
    else places.set(token, [place]);
  });
  return places;
}

/** Returns a random window of `length` events, or the whole span if it is shorter. */
export function randomWindow(span: Span, length: number, random: Random): Span {
  const spare = span.to - span.from - length;
  if (spare <= 0) return span;
  const from = span.from + random.integer(spare + 1);
  return { from, to: from + length };
}

/**
 * Returns a random event of the span whose target token does not occur before it, never the first event; -1 if there is
 * none.
 */
function randomNewEvent(behaviours: Behaviours, { from, to }: Span, target: FieldName, random: Random): number {
  const column = behaviours.tokens[target];
  const seenTokens = new Set<number>([column[from]!]);
  const newEvents: number[] = [];
  for (let e = from + 1; e < to; e++) {
    const token = column[e]!;
    if (token < FIRST_TOKEN || seenTokens.has(token)) continue;
    seenTokens.add(token);
    newEvents.push(e);
  }
  return newEvents.length > 0 ? random.pick(newEvents) : -1;
}

function maskPosition(positions: TokenSequence, place: number): void {
  for (const field of FIELDS) positions.tokens[field][place] = MASK;
  maskWords(positions, place);
}

function replace(positions: TokenSequence, place: number, behaviours: Behaviours, event: number): void {
  for (const field of FIELDS) positions.tokens[field][place] = behaviours.tokens[field][event]!;
  maskWords(positions, place);
}

/** Masks the words of an event as well: a review would reveal the item. */
function maskWords({ tokens: { word }, event }: TokenSequence, place: number): void {
  if (!word) return;
  for (let at = place + 1; at < event.length && event[at] === -1 && word[at] !== SEP; at++) word[at] = MASK;
}
