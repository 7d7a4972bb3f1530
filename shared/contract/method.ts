import type { z } from 'zod';

/** One call of the engine: a schema of what goes in and one of what comes out. */
export interface Method<Input extends z.ZodType, Output extends z.ZodType> {
  readonly kind: 'method' | 'job';
  readonly input: Input;
  readonly output: Output;
}

/** A call that is answered at once. */
export function method<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { kind: 'method', input, output } as const satisfies Method<Input, Output>;
}

/** A call that starts a job: it is answered with the job's id, and `output` is what the job ends with. */
export function job<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { kind: 'job', input, output } as const satisfies Method<Input, Output>;
}
