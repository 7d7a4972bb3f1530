import type { z } from 'zod';
import { backends } from './backends.ts';
import { backups } from './backups.ts';
import { base } from './base.ts';
import { brief } from './brief.ts';
import { diagnostics } from './diagnostics.ts';
import { examine } from './examine.ts';
import { explain } from './explain.ts';
import { explore } from './explore.ts';
import { importPresets } from './import-presets.ts';
import { importPreview } from './import-preview.ts';
import { importRecords } from './import-records.ts';
import { importRejected } from './import-rejected.ts';
import { importUndo } from './import-undo.ts';
import { importWatch } from './import-watch.ts';
import { ingest } from './ingest.ts';
import { jobs } from './jobs.ts';
import { live } from './live.ts';
import { maintenance } from './maintenance.ts';
import { map } from './map.ts';
import type { JobTraits } from './method.ts';
import { model } from './model.ts';
import { movement } from './movement.ts';
import { names } from './names.ts';
import { prediction } from './prediction.ts';
import { profile } from './profile.ts';
import { profileQuality } from './profile-quality.ts';
import { runs } from './runs.ts';
import { sample } from './sample.ts';
import { segment } from './segment.ts';
import { text } from './text.ts';
import { train } from './train.ts';
import { traits } from './traits.ts';
import { value } from './value.ts';
import { workspace } from './workspace.ts';

/** All methods of the engine. Client, server and command line are derived from this object. */
const contract = {
  ...workspace,
  ...backups,
  ...maintenance,
  ...backends,
  ...diagnostics,
  ...jobs,
  ...ingest,
  ...importPreview,
  ...importRecords,
  ...importPresets,
  ...importRejected,
  ...importUndo,
  ...importWatch,
  ...live,
  ...examine,
  ...sample,
  ...segment,
  ...explore,
  ...traits,
  ...train,
  ...model,
  ...runs,
  ...prediction,
  ...text,
  ...profile,
  ...profileQuality,
  ...movement,
  ...base,
  ...map,
  ...explain,
  ...names,
  ...brief,
  ...value,
};

type Contract = typeof contract;
export type MethodName = keyof Contract;
/** Names of the methods that start a job. */
export type JobName = { [M in MethodName]: Contract[M]['kind'] extends 'job' ? M : never }[MethodName];
/** Names of the methods that return their result directly. */
export type QueryName = Exclude<MethodName, JobName>;

/** Input as a caller passes it; fields with a default may be omitted. */
export type Input<M extends MethodName> = z.input<Contract[M]['input']>;
/** Input as a handler receives it: validated, with defaults applied. */
export type Parsed<M extends MethodName> = z.output<Contract[M]['input']>;
export type Output<M extends MethodName> = z.output<Contract[M]['output']>;

interface TypedMethod<M extends MethodName> {
  readonly kind: Contract[M]['kind'];
  readonly input: z.ZodType<Parsed<M>, Input<M>>;
  readonly output: z.ZodType<Output<M>>;
  readonly traits?: JobTraits;
}

/** The contract with types indexed by method name, so that generic code needs no casts. */
export const methods: { readonly [M in MethodName]: TypedMethod<M> } = contract;

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}

export function isJobName(name: MethodName): name is JobName {
  return methods[name].kind === 'job';
}

/** Whether a text, such as the kind in a stored record, is the name of a job. */
export function isJobKind(kind: string): kind is JobName {
  return isMethodName(kind) && isJobName(kind);
}

/** Traits of jobs that a version of Portrait with other job names has recorded. */
const UNKNOWN_JOB: JobTraits = { reads: false };

export function jobTraits(kind: string): JobTraits {
  return (isMethodName(kind) && methods[kind].traits) || UNKNOWN_JOB;
}
