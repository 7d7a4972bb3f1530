import type { z } from 'zod';

/** A method of the engine: the schemas of its input and its output. */
export interface Method<Input extends z.ZodType, Output extends z.ZodType> {
  readonly kind: 'method' | 'job';
  readonly input: Input;
  readonly output: Output;
}

/** Defines a method that returns its result directly. */
export function method<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { kind: 'method', input, output } as const satisfies Method<Input, Output>;
}

/** Defines a method that starts a job. The call returns the job's id; `output` is the schema of the job's result. */
export function job<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { kind: 'job', input, output } as const satisfies Method<Input, Output>;
}
