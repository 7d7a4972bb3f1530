import { shared } from '../threads/shared-memory.ts';
import type { Behaviours } from './encode.ts';

/** The same behaviours in memory that threads share, so that each of them reads them without a copy. */
export function inSharedMemory({ users, offsets, tokens, session, words = null }: Behaviours): Behaviours {
  const columns = Object.entries(tokens).map(([field, column]) => [field, shared(column)] as const);
  return {
    users: shared(users),
    offsets: shared(offsets),
    tokens: Object.fromEntries(columns) as Behaviours['tokens'],
    session: shared(session),
    words: words && { offsets: shared(words.offsets), tokens: shared(words.tokens) },
  };
}
