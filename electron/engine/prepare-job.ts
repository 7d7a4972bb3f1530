import type { JobName, Parsed } from '../../shared/contract/index.ts';
import type { ImportFile } from '../../shared/contract/ingest.ts';
import type { FileAccess } from './file-access.ts';
import type { EngineContext } from './handlers.ts';
import { expandFiles } from './ingest/open/expand-files.ts';
import { readSavedPresets } from './ingest/saved-presets/preset-files.ts';
import { exportFolder } from './store/workspace.ts';

type Preparers = { readonly [M in JobName]?: (input: Parsed<M>, context: EngineContext) => Parsed<M> };

/** What must be settled in the engine's thread before a job starts, such as which path a client's file stands for. */
const preparers: Preparers = {
  'ingest.run': readable,
  'ingest.examine': readable,
  'model.load': ({ files }, context) => ({ files: files.map((file) => context.files.readable(file)) }),
  'model.save': ({ out, ...input }, context) =>
    out === undefined ? input : { ...input, out: context.files.writable(out, exportFolder(context.workspace().path)) },
};

function readable(input: Parsed<'ingest.run'>, { files }: EngineContext): Parsed<'ingest.run'> {
  const { presets } = readSavedPresets(files.home);
  return { ...input, presets, files: input.files.flatMap((one) => expanded(one, files)) };
}

/** A folder or a pattern stands for its files, each asked for as it was. */
function expanded(one: ImportFile, files: FileAccess): ImportFile[] {
  return expandFiles(files.readable(one.file)).map((file) => ({ ...one, file }));
}

export function prepareJob<M extends JobName>(name: M, input: Parsed<M>, context: EngineContext): Parsed<M> {
  const prepare: Preparers[M] = preparers[name];
  return prepare ? prepare(input, context) : input;
}
