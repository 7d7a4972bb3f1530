import type { Command } from 'commander';
import type { LoadedModel, SavedModel } from '../../../shared/contract/model.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { count, paragraphs } from '../text.ts';
import { addCommand } from './command.ts';

interface SaveOptions extends CommonOptions {
  run: string;
  out?: string;
}

export function addModel(program: Command): void {
  const group = program.command('model').description('import and export checkpoints of Hugging Face transformers');
  addCommand(
    group,
    'load <workspace> <folder...>',
    'import a BERT checkpoint, a folder or its files, as a text model',
  ).action((workspace: string, files: string[], options: CommonOptions) =>
    runInWorkspace(workspace, options, async (session) => {
      const loaded = await session.run('model.load', { files });
      return { json: { ...loaded }, text: describeLoaded(loaded) };
    }),
  );
  addCommand(group, 'save <workspace>', 'export a run that reads a single field as a BERT checkpoint')
    .requiredOption('--run <run>', 'run to export')
    .option('--out <folder>', 'output folder (default: in the workspace’s exports folder)')
    .action((workspace: string, options: SaveOptions) =>
      runInWorkspace(workspace, options, async (session) => {
        const { run, out } = options;
        const saved = await session.run('model.save', { run, ...(out === undefined ? {} : { out }) });
        return { json: { ...saved }, text: describeSaved(saved) };
      }),
    );
}

function describeLoaded({
  run,
  parameters,
  pieces,
  width,
  layers,
  length,
  predictsWords,
  unusedWeights,
}: LoadedModel): string {
  return paragraphs(
    `Imported as ${run}: ${layers} layers, width ${width}, ${count(parameters)} parameters, vocabulary of ${count(pieces)} word pieces, up to ${count(length)} per text`,
    predictsWords ? '' : 'The checkpoint has no masked-language-model head: it is initialised with random weights.',
    unusedWeights.length > 0 ? `Ignored weights: ${unusedWeights.join(', ')}` : '',
  );
}

function describeSaved({ run, folder, architecture, pieces, padding }: SavedModel): string {
  return paragraphs(
    `Exported ${run} as ${architecture} with ${count(pieces)} tokens to ${folder}`,
    padding === 'left'
      ? 'Positions are counted from the end: pad sequences on the left to the maximum length of the model.'
      : '',
  );
}
