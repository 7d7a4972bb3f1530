import { toShared } from '../threads/shared-memory.ts';
import type { Behaviours } from './encode.ts';

/** Copies behaviours to memory that threads share, which all of them read without copying. */
export function inSharedMemory({ users, offsets, tokens, session, words = null }: Behaviours): Behaviours {
  const columns = Object.entries(tokens).map(([field, column]) => [field, toShared(column)] as const);
  return {
    users: toShared(users),
    offsets: toShared(offsets),
    tokens: Object.fromEntries(columns) as Behaviours['tokens'],
    session: toShared(session),
    words: words && { offsets: toShared(words.offsets), tokens: toShared(words.tokens) },
  };
}
