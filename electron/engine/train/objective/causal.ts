import type { Random } from '../../../../shared/domain/random.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { buildSequence, type Span, type TokenSequence } from '../../sequence/build-sequence.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { reverseHistory } from '../../sequence/reverse-history.ts';
import type { Example } from './example.ts';
import { randomWindow } from './masking.ts';

/** Positions that a window may have beyond the model's length: the last target event and the [SEP] after it. */
const CUT_OFF = 2;
/** Position of the first event, after [CLS]; nothing precedes it that could predict it. */
const FIRST_PLACE = 1;

/**
 * The causal objective (SASRec: Kang and McAuley, 2018): each event is predicted from the position before it, which
 * attends to nothing later. As in evaluation, only events whose token is new to the window are targets (all events if
 * none is new). The sequence ends just before the last target, like a history before a future event. A share of the
 * sequences (`backwards`) is reversed.
 */
export function causalExample(behaviours: Behaviours, span: Span, config: RunConfig, random: Random): Example {
  const { length } = config.encoder;
  const positions = windowOf(behaviours, randomWindow(span, length, random), config, random);
  const column = positions.tokens[config.target];
  const places = targetPlaces(column);
  const last = places.at(-1) ?? Math.min(column.length, length);
  return {
    positions: positionsBefore(positions, last),
    targetPositions: places.map((place) => place - 1),
    targets: places.map((place) => column[place]!),
  };
}

function windowOf(behaviours: Behaviours, window: Span, { encoder, train }: RunConfig, random: Random): TokenSequence {
  const capacity = encoder.length + CUT_OFF;
  if (!random.chance(train.backwards)) return buildSequence(behaviours, window, capacity);
  return buildSequence(reverseHistory(behaviours, window), { from: 0, to: window.to - window.from }, capacity);
}

/** Returns the history before an event, with that event as the target of its last position. */
export function causalNextExample(behaviours: Behaviours, from: number, event: number, config: RunConfig): Example {
  const positions = buildSequence(behaviours, { from, to: event + 1 }, config.encoder.length + CUT_OFF, event);
  const place = positions.event.lastIndexOf(event);
  return {
    positions: positionsBefore(positions, place),
    targetPositions: [place - 1],
    targets: [behaviours.tokens[config.target][event]!],
  };
}

/**
 * Returns the positions whose token occurs for the first time, except the first event; if there are none, all except
 * the first event.
 */
function targetPlaces(column: Int32Array): number[] {
  const later = [...column.keys()].filter((place) => place > FIRST_PLACE && column[place]! >= FIRST_TOKEN);
  const firstOccurrences = later.filter((place) => column.indexOf(column[place]!) === place);
  return firstOccurrences.length > 0 ? firstOccurrences : later;
}

function positionsBefore({ tokens, segment, event }: TokenSequence, end: number): TokenSequence {
  const cut = Object.fromEntries(Object.entries(tokens).map(([field, column]) => [field, column.slice(0, end)]));
  return { tokens: cut as TokenSequence['tokens'], segment: segment.slice(0, end), event: event.slice(0, end) };
}
