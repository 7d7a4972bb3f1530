import type { Histories } from '../store/events/histories.ts';
import { DAY } from '../store/events/times.ts';
import { toShared } from '../threads/shared-memory.ts';

/**
 * Visible prefixes of histories: example i sees history `history[i]` from its first event to `to[i]` (exclusive), as of
 * the time `at[i]`.
 */
export interface Examples {
  readonly history: Int32Array;
  readonly to: Int32Array;
  /** Milliseconds since the epoch: events at this time or later are not visible. */
  readonly at: Float64Array;
}

/** Returns every whole history, as of just after the last event of all. */
export function wholeHistories({ users, offsets, time }: Pick<Histories, 'users' | 'offsets' | 'time'>): Examples {
  const last = time.reduce((max, t) => Math.max(max, t), Number.NEGATIVE_INFINITY);
  return {
    history: Int32Array.from(users.keys()),
    to: offsets.slice(1, users.length + 1),
    at: new Float64Array(users.length).fill(last + 1),
  };
}

/** Copies examples to shared memory. */
export const shareExamples = ({ history, to, at }: Examples): Examples => ({
  history: toShared(history),
  to: toShared(to),
  at: toShared(at),
});

export const joinExamples = (parts: readonly Examples[]): Examples => ({
  history: Int32Array.from(parts.flatMap(({ history }) => [...history])),
  to: Int32Array.from(parts.flatMap(({ to }) => [...to])),
  at: Float64Array.from(parts.flatMap(({ at }) => [...at])),
});

/** Columns of histories that `factsOf` reads. */
export type FactColumns = Pick<Histories, 'offsets' | 'session' | 'amount' | 'time'>;

/** Number of facts (summary features) per example; see `factsOf`. */
export const FACTS = 6;

/**
 * Returns the facts of each example, its recency, frequency and monetary features: log(1 + x) of the number of events,
 * the number of sessions, the money spent, the days since the last event, the days since the first event and the days
 * between the two; (examples × FACTS), row-major. Days are 0 if events have no dates.
 */
export function factsOf(histories: FactColumns, examples: Examples, dates: boolean): Float32Array {
  const { offsets, session, amount, time } = histories;
  const facts = new Float32Array(examples.history.length * FACTS);
  examples.history.forEach((h, i) => {
    const from = offsets[h]!;
    const to = examples.to[i]!;
    let sessions = 0;
    let money = 0;
    for (let e = from; e < to; e++) {
      if (e === from || session[e] !== session[e - 1]) sessions++;
      if (amount[e]! > 0) money += amount[e]!;
    }
    const days = (begin: number, end: number) => (dates && to > from ? Math.max(0, end - begin) / DAY : 0);
    const at = examples.at[i]!;
    const [first, last] = [time[from]!, time[to - 1]!];
    const values = [to - from, sessions, money, days(last, at), days(first, at), days(first, last)];
    facts.set(
      values.map((fact) => Math.log1p(fact)),
      i * FACTS,
    );
  });
  return facts;
}
