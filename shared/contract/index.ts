import type { z } from 'zod';
import { backends } from './backends.ts';
import { examine } from './examine.ts';
import { explain } from './explain.ts';
import { finetune } from './finetune.ts';
import { importPresets } from './import-presets.ts';
import { importRejected } from './import-rejected.ts';
import { importUndo } from './import-undo.ts';
import { importWatch } from './import-watch.ts';
import { ingest } from './ingest.ts';
import { jobs } from './jobs.ts';
import { map } from './map.ts';
import { model } from './model.ts';
import { names } from './names.ts';
import { profile } from './profile.ts';
import { runs } from './runs.ts';
import { sample } from './sample.ts';
import { segment } from './segment.ts';
import { text } from './text.ts';
import { train } from './train.ts';
import { workspace } from './workspace.ts';

/** Every call of the engine. Client, server and command line are derived from this object. */
const contract = {
  ...workspace,
  ...backends,
  ...jobs,
  ...ingest,
  ...importPresets,
  ...importRejected,
  ...importUndo,
  ...importWatch,
  ...examine,
  ...sample,
  ...segment,
  ...train,
  ...model,
  ...runs,
  ...finetune,
  ...text,
  ...profile,
  ...map,
  ...explain,
  ...names,
};

type Contract = typeof contract;
export type MethodName = keyof Contract;
/** The calls that start a job. */
export type JobName = { [M in MethodName]: Contract[M]['kind'] extends 'job' ? M : never }[MethodName];
/** The calls that are answered at once. */
export type QueryName = Exclude<MethodName, JobName>;

/** What a caller passes (defaults may be left out). */
export type Input<M extends MethodName> = z.input<Contract[M]['input']>;
/** What a handler receives: validated, with defaults filled in. */
export type Parsed<M extends MethodName> = z.output<Contract[M]['input']>;
export type Output<M extends MethodName> = z.output<Contract[M]['output']>;

interface TypedMethod<M extends MethodName> {
  readonly kind: Contract[M]['kind'];
  readonly input: z.ZodType<Parsed<M>, Input<M>>;
  readonly output: z.ZodType<Output<M>>;
}

/** The contract with its types tied to the names, so that generic code needs no cast. */
export const methods: { readonly [M in MethodName]: TypedMethod<M> } = contract;

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}

export function isJobName(name: MethodName): name is JobName {
  return methods[name].kind === 'job';
}
