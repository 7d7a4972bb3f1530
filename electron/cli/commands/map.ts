import type { Command } from 'commander';
import type { Output } from '../../../shared/contract/index.ts';
import { MapParameters } from '../../../shared/contract/map.ts';
import { answerIn, type Common } from '../result.ts';
import { count, duration, paragraphs, share, table } from '../text.ts';
import { addCommand } from './command.ts';
import { numberOf } from './number-option.ts';

interface Options extends Common {
  run?: string;
  neighbours?: number;
  minDist?: number;
  epochs?: number;
  resolution?: number;
  seed?: number;
}

export function addMap(program: Command): void {
  const { shape } = MapParameters;
  addCommand(program, 'map <workspace>', 'lay the users out in two dimensions and name their clusters')
    .option('--run <run>', 'the run whose profiles are used (the newest by default)')
    .option('--neighbours <number>', 'neighbours that are kept close', numberOf(shape.neighbours))
    .option('--min-dist <number>', 'how tightly points may lie, 0 to 1', numberOf(shape.minDist))
    .option('--epochs <number>', 'rounds of the layout', numberOf(shape.epochs))
    .option('--resolution <number>', 'above 1 gives more clusters, below 1 fewer', numberOf(shape.resolution))
    .option('--seed <number>', 'seed of the layout', numberOf(shape.seed))
    .action((workspace: string, { json, run, ...parameters }: Options) =>
      answerIn(workspace, { json }, async (session) => {
        const model = await session.runOr(run);
        await session.needProfiles(model);
        const made = await session.run('map.compute', { run: model, ...parameters });
        return { json: { ...made }, text: describeMap(made) };
      }),
    );
}

export function describeMap({ map, points, seconds, clusters }: Output<'map.compute'>): string {
  const rows = clusters.map(({ id, name, size }) => [String(id), name, count(size), share(size / points)]);
  return paragraphs(
    `${map}: ${count(points)} users in ${clusters.length} clusters, in ${duration(seconds)}`,
    table(rows, ['', 'cluster', 'users', 'share']),
  );
}
