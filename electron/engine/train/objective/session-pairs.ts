import type { Random } from '../../../../shared/domain/random.ts';
import type { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { buildSequence, type Span, type TokenSequence } from '../../sequence/build-sequence.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import type { Example } from './example.ts';

/** Output head of next-session prediction, with two outputs: no and yes. */
export const PAIR_HEAD = { 'head.follows': 2 } as const;

/**
 * Whether a run trains next-session prediction. A causal model cannot, because its first position attends only to
 * itself.
 */
export function learnsSessionPairs({
  objective,
  nextSession,
}: Pick<TrainConfig, 'objective' | 'nextSession'>): boolean {
  return objective === 'masked' && nextSession > 0;
}

/** Number of users drawn in search of one with a second session. */
const TRIES = 8;

/**
 * Next-sentence prediction as in BERT, over sessions: a history is cut at the beginning of a session, and the second
 * part is either its real continuation or, half of the time, another user's events from a later session on. Null if
 * there is no second session.
 */
export function drawPair(
  behaviours: Behaviours,
  span: Span,
  length: number,
  random: Random,
  otherSpan: () => Span,
): Pick<Example, 'positions' | 'follows'> | null {
  const cut = randomCut(behaviours, span, random);
  if (cut === null) return null;
  const first = { from: span.from, to: cut };
  const follows = random.chance(0.5);
  const second = follows ? { from: cut, to: span.to } : otherUsersSession(behaviours, span, random, otherSpan);
  return second && { positions: pairSequence(behaviours, first, second, length), follows };
}

/** Returns the index at which a random session of the span begins, the first session excluded. */
function randomCut({ session }: Behaviours, { from, to }: Span, random: Random): number | null {
  const starts: number[] = [];
  for (let e = from + 1; e < to; e++) if (session[e] !== session[e - 1]) starts.push(e);
  return starts.length > 0 ? random.pick(starts) : null;
}

function otherUsersSession(behaviours: Behaviours, span: Span, random: Random, drawSpan: () => Span): Span | null {
  for (let i = 0; i < TRIES; i++) {
    const other = drawSpan();
    const from = other.from === span.from ? null : randomCut(behaviours, other, random);
    if (from !== null) return { from, to: other.to };
  }
  return null;
}

/**
 * Joins the end of one span and the beginning of another into one sequence: `[CLS]` first `[SEP]` second `[SEP]`,
 * segments 0 and 1.
 */
export function pairSequence(behaviours: Behaviours, first: Span, second: Span, length: number): TokenSequence {
  const half = Math.max(2, Math.floor(length / 2));
  const to = Math.min(second.to, second.from + Math.max(1, Math.floor(half / 2)));
  const end = withoutCls(buildSequence(behaviours, { from: second.from, to }, half + 1));
  const start = buildSequence(behaviours, first, length - end.event.length);
  const join = (a: Int32Array, b: Int32Array) => Int32Array.from([...a, ...b]);
  const tokens = Object.entries(start.tokens).map(
    ([field, column]) => [field, join(column, end.tokens[field]!)] as const,
  );
  return {
    tokens: Object.fromEntries(tokens) as TokenSequence['tokens'],
    segment: Int32Array.from({ length: start.event.length + end.event.length }, (_, i) =>
      i < start.event.length ? 0 : 1,
    ),
    event: join(start.event, end.event),
  };
}

function withoutCls({ tokens, event }: TokenSequence) {
  const cut = Object.entries(tokens).map(([field, column]) => [field, column.subarray(1)] as const);
  return { tokens: Object.fromEntries(cut), event: event.subarray(1) };
}

/** Rows of a batch that are session pairs, and whether each follows (1) or not (0). */
export interface Pairs {
  readonly rows: Int32Array;
  readonly follows: Int32Array;
}

export function pairsOf(examples: readonly Example[]): Pairs {
  const rows = Int32Array.from(examples.keys()).filter((row) => examples[row]!.follows !== undefined);
  return { rows, follows: rows.map((row) => Number(examples[row]!.follows)) };
}
