import { expect, it } from 'vitest';
import { CancelledCalls } from '../../../electron/engine/segment/cancelled-calls.ts';

it('a call that was cancelled is known on both sides, and no other one is', () => {
  const calls = new CancelledCalls();
  const thread = new CancelledCalls(calls.flags);
  calls.begin(7);
  expect(thread.isCancelled(7)).toBe(false);
  calls.cancel(7);
  expect([6, 7, 8].map((id) => thread.isCancelled(id))).toEqual([false, true, false]);
  calls.begin(7 + 1024);
  expect(thread.isCancelled(7 + 1024)).toBe(false);
});
