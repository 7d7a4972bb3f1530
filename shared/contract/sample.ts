import { z } from 'zod';
import { job } from './method.ts';

export const sample = {
  /** Generates the synthetic sample shop next to the open workspace's database and imports it. */
  'sample.import': job(
    z.object({ users: z.number().int().min(50).max(100_000).default(2000), seed: z.number().int().default(7) }),
    z.object({ events: z.number(), users: z.number(), items: z.number(), seconds: z.number() }),
    { reads: false },
  ),
};
