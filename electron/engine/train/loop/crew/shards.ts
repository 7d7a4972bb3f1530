import type { Example } from '../../objective/example.ts';
import type { Share } from '../../objective/forward-pass.ts';
import { type Question, questionOf } from '../../objective/target-batch.ts';

/** One worker's part of a batch, and what is known of the whole batch. */
export interface Part {
  /** Null where no example is left for this worker. */
  readonly question: Question | null;
  readonly share: Share;
  /** Whether the batch asks for anything at all: it may consist of values that the vocabulary lacks. */
  readonly asks: boolean;
  readonly counts: Counts;
}

/** Of a whole batch: behaviours, positions, and those that are padding in its parts. */
export interface Counts {
  readonly events: number;
  readonly tokens: number;
  readonly padding: number;
}

/** A batch as so many questions, of about as many positions each. */
export function partsOf(examples: readonly Example[], count: number): Part[] {
  const questions = divide(examples, count).map((part) => (part.length > 0 ? questionOf(part) : null));
  const sum = (of: (question: Question) => number) =>
    questions.reduce((total, question) => total + (question ? of(question) : 0), 0);
  const asked = sum(({ rows }) => rows.length);
  const pairs = sum((question) => question.pairs.rows.length);
  const tokens = examples.reduce((total, { positions }) => total + positions.event.length, 0);
  const events = examples.reduce((total, { positions }) => total + positions.event.filter((e) => e >= 0).length, 0);
  const counts = { events, tokens, padding: sum(({ batch }) => batch.size * batch.length) - tokens };
  return questions.map((question) => ({
    question: question && question.rows.length + question.pairs.rows.length > 0 ? question : null,
    share: {
      asked: asked === 0 ? 0 : (question?.rows.length ?? 0) / asked,
      pairs: pairs === 0 ? 0 : (question?.pairs.rows.length ?? 0) / pairs,
    },
    asks: asked + pairs > 0,
    counts,
  }));
}

/**
 * Cuts a batch, whose examples are sorted by length, into so many runs of neighbours that the one with the most padded
 * positions has as few as can be. Some are empty where there are fewer examples.
 */
export function divide(examples: readonly Example[], count: number): Example[][] {
  if (count === 1) return [[...examples]];
  const lengths = examples.map(({ positions }) => positions.event.length);
  let low = Math.max(0, ...lengths);
  let high = low * lengths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cutsOf(lengths, middle).length <= count) high = middle;
    else low = middle + 1;
  }
  const ends = cutsOf(lengths, low);
  return Array.from({ length: count }, (_, w) => examples.slice(w === 0 ? 0 : ends[w - 1], ends[w] ?? examples.length));
}

/** Where runs end that have as many examples as fit into `most` padded positions each. */
function cutsOf(lengths: readonly number[], most: number): number[] {
  const ends: number[] = [];
  let [start, longest] = [0, 0];
  lengths.forEach((length, i) => {
    longest = Math.max(longest, length);
    if ((i + 1 - start) * longest <= most) return;
    ends.push(i);
    [start, longest] = [i, length];
  });
  return [...ends, lengths.length];
}
