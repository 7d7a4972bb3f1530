import { expect, it } from 'vitest';
import { RateLimit } from '../../../electron/engine/log/rate-limit.ts';

it('a rate limit allows a number of events per period, and counts those that it refuses', () => {
  const limit = new RateLimit(2, 1000);
  expect([limit.allow(0), limit.allow(10), limit.allow(20), limit.allow(999)]).toEqual([0, 0, null, null]);
  expect(limit.allow(1000)).toBe(2);
  expect(limit.allow(1010)).toBe(0);
});
