import { type Command, Option } from 'commander';
import type { Output } from '../../../shared/contract/index.ts';
import { MapParameters } from '../../../shared/contract/map.ts';
import { clusterNameText } from '../../../shared/texts/cluster-name.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { count, duration, paragraphs, share, table } from '../text.ts';
import { addCommand } from './command.ts';
import { numberParser } from './number-option.ts';

interface Options extends CommonOptions {
  run?: string;
  neighbours?: number;
  metric?: 'cosine' | 'euclidean';
  minDist?: number;
  epochs?: number;
  resolution?: number;
  seed?: number;
}

export function addMap(program: Command): void {
  const { shape } = MapParameters;
  addCommand(program, 'map <workspace>', 'lay out users in two dimensions and cluster them')
    .option('--run <run>', 'run whose profiles are used (default: the newest)')
    .option(
      '--neighbours <number>',
      'nearest neighbours of each user (n_neighbors of UMAP)',
      numberParser(shape.neighbours),
    )
    .addOption(new Option('--metric <metric>', 'distance between profiles').choices(shape.metric.unwrap().options))
    .option(
      '--min-dist <number>',
      'minimum distance between points, 0 to 1 (min_dist of UMAP)',
      numberParser(shape.minDist),
    )
    .option('--epochs <number>', 'optimisation epochs of the layout', numberParser(shape.epochs))
    .option(
      '--resolution <number>',
      'resolution of the clustering: above 1 gives more clusters, below 1 fewer',
      numberParser(shape.resolution),
    )
    .option('--seed <number>', 'random seed', numberParser(shape.seed))
    .action((workspace: string, { json, run, ...parameters }: Options) =>
      runInWorkspace(workspace, { json }, async (session) => {
        const model = await session.resolveRun(run);
        await session.ensureProfiles(model);
        const result = await session.run('map.compute', { run: model, ...parameters });
        return { json: mapJson(result), text: describeMap(result) };
      }),
    );
}

/** Returns a map for JSON output, with the names of its clusters in English. */
export function mapJson({ clusters, ...map }: Output<'map.compute'>) {
  return { ...map, clusters: clusters.map(({ name, ...cluster }) => ({ ...cluster, name: clusterNameText(name) })) };
}

export function describeMap({ map, points, seconds, quality, clusters }: Output<'map.compute'>): string {
  const rows = clusters.map(({ id, name, size }) => [
    String(id),
    clusterNameText(name),
    count(size),
    share(size / points),
  ]);
  return paragraphs(
    `${map}: ${count(points)} users in ${clusters.length} clusters, in ${duration(seconds)}`,
    `neighbours found: ${share(quality.recall)}`,
    table(rows, ['', 'cluster', 'users', 'share']),
  );
}
