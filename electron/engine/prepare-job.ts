import type { ImportFile } from '../../shared/contract/import-file.ts';
import type { JobName, Parsed } from '../../shared/contract/index.ts';
import type { EngineContext } from './engine-context.ts';
import type { FileAccess } from './files/file-access.ts';
import { expandFiles } from './ingest/open/expand-files.ts';
import { readSavedPresets } from './ingest/saved-presets/preset-files.ts';
import { exportFolder } from './store/workspace.ts';

interface FilesInput {
  files: ImportFile[];
  presets: unknown[];
}

type Preparers = { readonly [M in JobName]?: (input: Parsed<M>, context: EngineContext) => Parsed<M> };

/** Input resolved in the engine's thread before a job starts, such as the path of a file that a client refers to. */
const preparers: Preparers = {
  'ingest.run': withReadableFiles,
  'ingest.examine': withReadableFiles,
  'brief.make': withReadableFiles,
  'model.load': ({ files }, context) => ({ files: files.map((file) => context.files.resolveReadable(file)) }),
  'model.save': withWritableFile,
  'value.compute': withWritableFile,
};

function withWritableFile<Input extends { readonly out?: string }>(input: Input, context: EngineContext): Input {
  const { out } = input;
  if (out === undefined) return input;
  return { ...input, out: context.files.resolveWritable(out, exportFolder(context.workspace().path)) };
}

function withReadableFiles<Input extends FilesInput>(input: Input, { files }: EngineContext): Input {
  const { presets } = readSavedPresets(files.home);
  return { ...input, presets, files: input.files.flatMap((importFile) => expandFile(importFile, files)) };
}

/** Expands a folder or a glob pattern to its files, each with the same options. */
function expandFile(importFile: ImportFile, files: FileAccess): ImportFile[] {
  return expandFiles(files.resolveReadable(importFile.file)).map((file) => ({ ...importFile, file }));
}

export function prepareJob<M extends JobName>(name: M, input: Parsed<M>, context: EngineContext): Parsed<M> {
  const prepare: Preparers[M] = preparers[name];
  return prepare ? prepare(input, context) : input;
}
