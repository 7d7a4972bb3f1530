import type { Histories } from '../store/events/histories.ts';
import { DAY } from '../store/events/times.ts';
import { shared } from '../threads/shared-memory.ts';

/** What is seen of users: of history `history[i]` the events from its first to `to[i]` (exclusive), as of the time `at[i]`. */
export interface Examples {
  readonly history: Int32Array;
  readonly to: Int32Array;
  /** Milliseconds since the epoch: nothing at this time or later is seen. */
  readonly at: Float64Array;
}

/** Every history as a whole, as of just after the last event of all. */
export function wholeHistories({ users, offsets, time }: Pick<Histories, 'users' | 'offsets' | 'time'>): Examples {
  const last = time.reduce((max, t) => Math.max(max, t), Number.NEGATIVE_INFINITY);
  return {
    history: Int32Array.from(users.keys()),
    to: offsets.slice(1, users.length + 1),
    at: new Float64Array(users.length).fill(last + 1),
  };
}

/** The same examples in memory that threads share. */
export const inShared = ({ history, to, at }: Examples): Examples => ({
  history: shared(history),
  to: shared(to),
  at: shared(at),
});

export const joinExamples = (parts: readonly Examples[]): Examples => ({
  history: Int32Array.from(parts.flatMap(({ history }) => [...history])),
  to: Int32Array.from(parts.flatMap(({ to }) => [...to])),
  at: Float64Array.from(parts.flatMap(({ at }) => [...at])),
});

/** What `factsOf` reads of histories. */
export type FactsOf = Pick<Histories, 'offsets' | 'session' | 'amount' | 'time'>;

/** Numbers that a history comes down to; see `factsOf`. */
export const FACTS = 6;

/**
 * Of each example the logarithms (of 1 and) of its events, its sessions, its money, the days since its last and its first
 * event and the days between them; (examples × FACTS), row-major. Days are 0 where events have no dates.
 */
export function factsOf(histories: FactsOf, examples: Examples, dates: boolean): Float32Array {
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
    const plain = [to - from, sessions, money, days(last, at), days(first, at), days(first, last)];
    facts.set(
      plain.map((fact) => Math.log1p(fact)),
      i * FACTS,
    );
  });
  return facts;
}
