import type { JobName, Parsed } from '../../../shared/contract/index.ts';
import type { EngineContext } from '../handlers.ts';
import { readSavedPresets } from '../ingest/saved-presets/preset-files.ts';

type Preparers = { readonly [M in JobName]?: (input: Parsed<M>, context: EngineContext) => Parsed<M> };

/** What must be settled in the engine's thread before a job starts, such as which path a client's file stands for. */
const preparers: Preparers = {
  'ingest.run': readable,
  'ingest.examine': readable,
};

function readable(input: Parsed<'ingest.run'>, { files }: EngineContext): Parsed<'ingest.run'> {
  const { presets } = readSavedPresets(files.home);
  return { ...input, presets, files: input.files.map((one) => ({ ...one, file: files.readable(one.file) })) };
}

export function prepareJob<M extends JobName>(name: M, input: Parsed<M>, context: EngineContext): Parsed<M> {
  const prepare: Preparers[M] = preparers[name];
  return prepare ? prepare(input, context) : input;
}
