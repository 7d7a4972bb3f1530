import type { Random } from '../../../../shared/domain/random.ts';
import type { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { layOut, type Positions, type Span } from '../../sequence/build-sequence.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import type { Example } from './example.ts';

/** The head that tells whether a second part follows, and its outputs: no and yes. */
export const PAIR_HEAD = { 'head.follows': 2 } as const;

/** Whether a run asks it: a causal model cannot, since its first position sees nothing else. */
export function asksPairs({ objective, nextSession }: Pick<TrainConfig, 'objective' | 'nextSession'>): boolean {
  return objective === 'masked' && nextSession > 0;
}

/** How often another user is drawn, in search of one who has a second session. */
const TRIES = 8;

/**
 * BERT's next-sentence question over sessions: a history cut where a session begins, its second part really what follows or,
 * half of the time, what another user did from some later session of theirs on. Null where there is no second session.
 */
export function drawPair(
  behaviours: Behaviours,
  span: Span,
  length: number,
  random: Random,
  another: () => Span,
): Pick<Example, 'positions' | 'follows'> | null {
  const cut = randomCut(behaviours, span, random);
  if (cut === null) return null;
  const first = { from: span.from, to: cut };
  const follows = random.chance(0.5);
  const second = follows ? { from: cut, to: span.to } : strangersPart(behaviours, span, random, another);
  return second && { positions: pairOf(behaviours, first, second, length), follows };
}

/** Where a session of the span begins that is not its first. */
function randomCut({ session }: Behaviours, { from, to }: Span, random: Random): number | null {
  const starts: number[] = [];
  for (let e = from + 1; e < to; e++) if (session[e] !== session[e - 1]) starts.push(e);
  return starts.length > 0 ? random.pick(starts) : null;
}

function strangersPart(behaviours: Behaviours, own: Span, random: Random, another: () => Span): Span | null {
  for (let i = 0; i < TRIES; i++) {
    const other = another();
    const from = other.from === own.from ? null : randomCut(behaviours, other, random);
    if (from !== null) return { from, to: other.to };
  }
  return null;
}

/** The end of one span and the beginning of another as one sequence: `[CLS]` first `[SEP]` second `[SEP]`, segments 0 and 1. */
export function pairOf(behaviours: Behaviours, first: Span, second: Span, length: number): Positions {
  const half = Math.max(2, Math.floor(length / 2));
  const to = Math.min(second.to, second.from + Math.max(1, Math.floor(half / 2)));
  const end = withoutClass(layOut(behaviours, { from: second.from, to }, half + 1));
  const start = layOut(behaviours, first, length - end.event.length);
  const join = (a: Int32Array, b: Int32Array) => Int32Array.from([...a, ...b]);
  const tokens = Object.entries(start.tokens).map(
    ([field, column]) => [field, join(column, end.tokens[field]!)] as const,
  );
  return {
    tokens: Object.fromEntries(tokens) as Positions['tokens'],
    segment: Int32Array.from({ length: start.event.length + end.event.length }, (_, i) =>
      i < start.event.length ? 0 : 1,
    ),
    event: join(start.event, end.event),
  };
}

function withoutClass({ tokens, event }: Positions) {
  const cut = Object.entries(tokens).map(([field, column]) => [field, column.subarray(1)] as const);
  return { tokens: Object.fromEntries(cut), event: event.subarray(1) };
}

/** Which rows of a batch are pairs, and whether each follows (1) or not (0). */
export interface Pairs {
  readonly rows: Int32Array;
  readonly follows: Int32Array;
}

export function pairsOf(examples: readonly Example[]): Pairs {
  const rows = Int32Array.from(examples.keys()).filter((row) => examples[row]!.follows !== undefined);
  return { rows, follows: rows.map((row) => Number(examples[row]!.follows)) };
}
