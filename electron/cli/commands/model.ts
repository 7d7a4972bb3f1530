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
  const group = program.command('model').description('exchange models with Hugging Face’s transformers');
  addCommand(
    group,
    'load <workspace> <folder...>',
    'take over a BERT checkpoint (its folder, or its files) for texts',
  ).action((workspace: string, files: string[], options: CommonOptions) =>
    runInWorkspace(workspace, options, async (session) => {
      const loaded = await session.run('model.load', { files });
      return { json: { ...loaded }, text: describeLoaded(loaded) };
    }),
  );
  addCommand(group, 'save <workspace>', 'write a run that reads one field as a BERT checkpoint')
    .requiredOption('--run <run>', 'which run')
    .option('--out <folder>', 'where to (the workspace’s exports folder by default)')
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
  passedOver,
}: LoadedModel): string {
  return paragraphs(
    `Loaded ${run}: ${layers} layers, ${width} wide, ${count(parameters)} parameters, ${count(pieces)} word pieces, texts of up to ${count(length)} of them`,
    predictsWords ? '' : 'The checkpoint cannot predict hidden words: that part begins with random weights.',
    passedOver.length > 0 ? `Left out: ${passedOver.join(', ')}` : '',
  );
}

function describeSaved({ run, folder, architecture, pieces, padding }: SavedModel): string {
  return paragraphs(
    `Saved ${run} as ${architecture} with ${count(pieces)} tokens in ${folder}`,
    padding === 'left' ? 'Its positions count from the end: pad sequences on the left to the model’s length.' : '',
  );
}
