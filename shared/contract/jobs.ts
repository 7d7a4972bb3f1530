import { z } from 'zod';
import { Stage, Unit } from '../domain/progress.ts';
import { ErrorShape } from '../errors.ts';
import { Float32, Int32 } from './arrays.ts';
import { JobId } from './ids.ts';
import { method } from './method.ts';

/** Progress of a job: `done` of `total` units. Rate and remaining time are computed from these where they are shown. */
export const Progress = z.object({
  /** Current stage; `other` if it was recorded by a version with other stages. */
  stage: Stage.catch('other'),
  done: z.number(),
  total: z.number(),
  /** Unit of `done`. */
  unit: Unit.catch('steps'),
  /** Live metrics to show while the job runs, such as the loss, by `LiveFigure`. */
  figures: z.record(z.string(), z.number()).exactOptional(),
  /** For a job of several parts: the fraction of the whole job that is done, in [0, 1]. */
  overall: z.number().min(0).max(1).exactOptional(),
});
export type Progress = z.infer<typeof Progress>;

export const JobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);

export const Job = z.object({
  id: z.string(),
  /** Method that started the job, such as `train.start`. */
  kind: z.string(),
  state: JobState,
  /** Milliseconds since the epoch. */
  started: z.number(),
  ended: z.number().nullable(),
  progress: Progress.nullable(),
  /** Estimated seconds left in the current stage, or in the whole job if `progress.overall` is set; null while unknown. */
  secondsLeft: z.number().nullable(),
  error: ErrorShape.nullable(),
  /** Whether `jobs.resume` can resume the job. */
  resumable: z.boolean(),
});
export type Job = z.infer<typeof Job>;

/** Whether a job is queued or running. */
export function isActive({ state }: Pick<Job, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/**
 * Positions and clusters of a map’s points during the computation of its layout; of large maps, a sample of a few
 * thousand points.
 */
export const Layout = z.object({ x: Float32, y: Float32, cluster: Int32 });
export type Layout = z.infer<typeof Layout>;

/** Events that the engine sends unprompted. */
export const EngineEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('job'), job: Job }),
  /** The workspace's contents changed; cached reads of it are stale. */
  z.object({ type: z.literal('changed') }),
]);
export type EngineEvent = z.infer<typeof EngineEvent>;

export const jobs = {
  'jobs.list': method(z.object({}), z.object({ jobs: z.array(Job) })),
  'jobs.log': method(z.object({ job: JobId }), z.object({ lines: z.array(z.string()) })),
  /** Curves of a running job's figures: `value` of each figure at the time when `at` units were done. */
  'jobs.curves': method(
    z.object({ job: JobId }),
    z.object({ curves: z.record(z.string(), z.object({ at: Float32, value: Float32 })) }),
  ),
  /** Returns the current layout of a running job; null if the job is not computing a layout. */
  'jobs.layout': method(z.object({ job: JobId }), z.object({ layout: Layout.nullable() })),
  /** Output of a finished job, in the shape of its method's output. */
  'jobs.result': method(z.object({ job: JobId }), z.object({ output: z.unknown() })),
  'jobs.cancel': method(z.object({ job: JobId }), z.object({})),
  /** Restarts a failed or cancelled job from its last committed state; returns the new job's id. */
  'jobs.resume': method(z.object({ job: JobId }), z.object({ job: z.string() })),
};
