import type { Random } from '../../../../shared/domain/random.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { layOut, type Positions, type Span } from '../../sequence/build-sequence.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { backwards } from '../../sequence/reverse-history.ts';
import type { Example } from './example.ts';
import { randomWindow } from './masking.ts';

/** Positions that a window may have beyond the model's length: the last behaviour asked for and the [SEP] after it. */
const CUT_OFF = 2;
/** The first behaviour's place, behind [CLS]: nothing tells it. */
const FIRST_PLACE = 1;

/**
 * The causal objective (SASRec: Kang and McAuley, 2018): each behaviour is asked of the position before it, which sees
 * nothing that comes later. As an evaluation does, it asks only for what is new to the window (for all of it, where nothing
 * is). The sequence ends just before the last behaviour asked for, as a history does before what is to come. A share of the
 * sequences (`backwards`) is read from the end.
 */
export function causalExample(behaviours: Behaviours, span: Span, config: RunConfig, random: Random): Example {
  const { length } = config.encoder;
  const positions = windowOf(behaviours, randomWindow(span, length, random), config, random);
  const column = positions.tokens[config.target];
  const places = askable(column);
  const last = places.at(-1) ?? Math.min(column.length, length);
  return {
    positions: before(positions, last),
    at: places.map((place) => place - 1),
    targets: places.map((place) => column[place]!),
  };
}

function windowOf(behaviours: Behaviours, window: Span, { encoder, train }: RunConfig, random: Random): Positions {
  const room = encoder.length + CUT_OFF;
  if (!random.chance(train.backwards)) return layOut(behaviours, window, room);
  return layOut(backwards(behaviours, window), { from: 0, to: window.to - window.from }, room);
}

/** The history before an event, asked at its last position. */
export function causalNext(behaviours: Behaviours, from: number, event: number, config: RunConfig): Example {
  const positions = layOut(behaviours, { from, to: event + 1 }, config.encoder.length + CUT_OFF, event);
  const place = positions.event.lastIndexOf(event);
  return { positions: before(positions, place), at: [place - 1], targets: [behaviours.tokens[config.target][event]!] };
}

/** Places whose token occurs for the first time, the first behaviour's left out; where there are none, all but that one. */
function askable(column: Int32Array): number[] {
  const later = [...column.keys()].filter((place) => place > FIRST_PLACE && column[place]! >= FIRST_TOKEN);
  const fresh = later.filter((place) => column.indexOf(column[place]!) === place);
  return fresh.length > 0 ? fresh : later;
}

function before({ tokens, segment, event }: Positions, end: number): Positions {
  const cut = Object.fromEntries(Object.entries(tokens).map(([field, column]) => [field, column.slice(0, end)]));
  return { tokens: cut as Positions['tokens'], segment: segment.slice(0, end), event: event.slice(0, end) };
}
