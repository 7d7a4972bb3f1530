import { z } from 'zod';
import { Float32 } from './arrays.ts';
import { method } from './method.ts';

/** How far a job is. `done` of `total` units; the rate and the time left are derived from them where they are shown. */
export const Progress = z.object({
  /** What is being done now, as a key of the interface's texts, such as `train.epoch`. */
  stage: z.string(),
  done: z.number(),
  total: z.number(),
  /** Units of `done`, for people: `rows`, `steps`, `users`… */
  unit: z.string(),
  /** Figures worth watching while it runs, such as the loss; shown as they are. */
  figures: z.record(z.string(), z.number()).exactOptional(),
});
export type Progress = z.infer<typeof Progress>;

export const ErrorShape = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  details: z.record(z.string(), z.unknown()).exactOptional(),
});

export const JobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);

export const Job = z.object({
  id: z.string(),
  /** The method that started it, such as `train.start`. */
  kind: z.string(),
  state: JobState,
  /** Milliseconds since the epoch. */
  started: z.number(),
  ended: z.number().nullable(),
  progress: Progress.nullable(),
  /** Seconds left, estimated from the rate of the present stage; null while unknown. */
  secondsLeft: z.number().nullable(),
  error: ErrorShape.nullable(),
  /** Whether `jobs.resume` can take it up where it stopped. */
  resumable: z.boolean(),
});
export type Job = z.infer<typeof Job>;

/** What the engine tells without being asked. */
export const EngineEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('job'), job: Job }),
  /** The workspace's contents changed: whatever was read of it is stale. */
  z.object({ type: z.literal('changed') }),
]);
export type EngineEvent = z.infer<typeof EngineEvent>;

export const jobs = {
  'jobs.list': method(z.object({}), z.object({ jobs: z.array(Job) })),
  'jobs.log': method(z.object({ job: z.string() }), z.object({ lines: z.array(z.string()) })),
  /** What a running job has told of each of its figures: `value` once `at` units were done. */
  'jobs.curves': method(
    z.object({ job: z.string() }),
    z.object({ curves: z.record(z.string(), z.object({ at: Float32, value: Float32 })) }),
  ),
  /** What a finished job ended with, in the shape of its method's output. */
  'jobs.result': method(z.object({ job: z.string() }), z.object({ output: z.unknown() })),
  'jobs.cancel': method(z.object({ job: z.string() }), z.object({})),
  /** Starts a failed or cancelled job again from what it had committed; answers with the new job's id. */
  'jobs.resume': method(z.object({ job: z.string() }), z.object({ job: z.string() })),
};
