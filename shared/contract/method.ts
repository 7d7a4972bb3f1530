import type { z } from 'zod';

/** Properties of a job that decide how it is run and what is stored of it. */
export interface JobTraits {
  /**
   * Whether the job only reads the workspace: it runs beside a job that writes, and no record of it is stored.
   */
  readonly reads: boolean;
  /** Whether a record of the job is stored; by default if it writes. */
  readonly isRecorded?: boolean;
  /** Whether the job measures how fast this machine computes: one such job runs at a time; false by default. */
  readonly measuresSpeed?: boolean;
  /** Whether the job's thread is reused by the next such job and caches its models; false by default. */
  readonly keepsModel?: boolean;
  /** Whether the output is stored with the job's record; true by default. */
  readonly storesOutput?: boolean;
}

/** A method of the engine: the schemas of its input and its output. */
export interface Method<Input extends z.ZodType, Output extends z.ZodType> {
  readonly kind: 'method' | 'job';
  readonly input: Input;
  readonly output: Output;
  /** Of a job only. */
  readonly traits?: JobTraits;
}

/** Defines a method that returns its result directly. */
export function method<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { kind: 'method', input, output } as const satisfies Method<Input, Output>;
}

/** Defines a method that starts a job. The call returns the job's id; `output` is the schema of the job's result. */
export function job<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  traits: JobTraits,
) {
  return { kind: 'job', input, output, traits } as const satisfies Method<Input, Output>;
}
