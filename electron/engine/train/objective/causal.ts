import type { Random } from '../../../../shared/domain/random.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { layOut, type Positions, type Span } from '../../sequence/layout.ts';
import type { RunConfig } from '../run-files.ts';
import type { Example } from './example.ts';
import { randomWindow } from './masking.ts';

/**
 * The causal objective (SASRec: Kang and McAuley, 2018): each behaviour but the first is asked of the position before it,
 * which sees nothing that comes later.
 */
export function causalExample(behaviours: Behaviours, span: Span, config: RunConfig, random: Random): Example {
  const positions = layOut(behaviours, randomWindow(span, config.encoder.length, random), config.encoder.length);
  const example: Example = { positions, at: [], targets: [] };
  positions.tokens[config.target].forEach((token, place) => {
    if (token < FIRST_TOKEN || place < 2) return;
    example.at.push(place - 1);
    example.targets.push(token);
  });
  return example;
}

/** The history before an event, asked at its last position. */
export function causalNext(behaviours: Behaviours, from: number, event: number, config: RunConfig): Example {
  const positions = layOut(behaviours, { from, to: event + 1 }, config.encoder.length);
  const place = positions.event.lastIndexOf(event);
  return { positions: before(positions, place), at: [place - 1], targets: [behaviours.tokens[config.target][event]!] };
}

function before({ tokens, segment, event }: Positions, end: number): Positions {
  const cut = Object.fromEntries(Object.entries(tokens).map(([field, column]) => [field, column.slice(0, end)]));
  return { tokens: cut as Positions['tokens'], segment: segment.slice(0, end), event: event.slice(0, end) };
}
