import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Workspace } from '../electron/engine/store/workspace.ts';
import type { TrainConfig } from '../shared/domain/train-config.ts';
import type { Bench, Row } from './row.ts';
import { inWorkspace, trainOnBackend } from './support/in-workspace.ts';
import { hits, itemTable, modelScores, popularityScores, readLines } from './support/lastfm.ts';

/**
 * Folder with LastFM.txt, LastFM_sample.txt and LastFM_item2attributes.json of S3-Rec; can be set by the environment.
 */
const FOLDER = process.env.BENCH_LASTFM ?? fileURLToPath(new URL('../../shared/data/lastfm', import.meta.url));
const SEEDS = (process.env.BENCH_SEEDS ?? '1,2,3').split(',').map(Number);

/** Tuned by NDCG@10 on the second and third to last items of each user; the test items were not used. */
const CONFIG = {
  objective: 'causal',
  embeddings: 'cooccurrence',
  head: 'direct',
  layers: 2,
  length: 50,
  dropout: 0.5,
  batchSize: 64,
  learningRate: 1e-3,
  warmup: 0.05,
  decay: 'none',
  loss: 'sampled',
  negatives: 2000,
  epochs: 60,
  patience: 15,
  averaging: 10,
} satisfies Partial<TrainConfig>;

/** HR@10 and NDCG@10 published for S3-Rec (Zhou et al., 2020), on the same data and protocol. */
const PUBLISHED = {
  all: { 'S3-Rec': [0.0743, 0.0427], SASRec: [0.0688, 0.039] },
  sampled: { 'S3-Rec': [0.5835, 0.3583], SASRec: [0.4706, 0.2755] },
} as const;

interface Metrics {
  readonly hr: number;
  readonly ndcg: number;
}

/**
 * Predicts the last item of each LastFM user from all items before it, with models of several seeds: ranked among all
 * items that the user has not had, and among 99 items fixed for comparisons between papers.
 */
const bench: Bench = async () => {
  const lines = readLines(resolve(FOLDER, 'LastFM.txt'));
  const sampledItems = readLines(resolve(FOLDER, 'LastFM_sample.txt')).map(([, ...items]) => items);
  const all = [...new Set(lines.flatMap(([, ...items]) => items))];
  const unseen = (user: number) => {
    const [, ...items] = lines[user]!;
    const seenItems = new Set(items);
    return all.filter((item) => !seenItems.has(item));
  };
  const evaluate = (scores: Parameters<typeof hits>[1]) => ({
    all: hits(lines, scores, unseen),
    sampled: hits(lines, scores, (user) => sampledItems[user]!),
  });
  const popularity = evaluate(popularityScores(lines));
  const runs = [];
  for (const seed of SEEDS)
    runs.push(await withRun(seed, async (workspace, run) => evaluate(await modelScores(workspace, run))));
  return [
    ...rows(
      'all items',
      runs.map((run) => run.all),
      popularity.all,
      PUBLISHED.all,
    ),
    ...rows(
      '99 fixed items',
      runs.map((run) => run.sampled),
      popularity.sampled,
      PUBLISHED.sampled,
    ),
  ];
};
export default bench;

/** Imports, trains and evaluates through an engine client; the engine's evaluation must equal the one computed here. */
async function withRun<T extends { all: Metrics }>(
  seed: number,
  evaluate: (workspace: Workspace, run: string) => Promise<T>,
) {
  return inWorkspace(async (client, workspace) => {
    await client.run('ingest.run', { files: [{ file: resolve(FOLDER, 'LastFM.txt'), preset: 'sequences' }] });
    const items = join(workspace().path, 'items.csv');
    writeFileSync(items, itemTable(resolve(FOLDER, 'LastFM_item2attributes.json')));
    await client.run('ingest.run', { files: [{ file: items }] });
    const run = await trainOnBackend(client, { ...CONFIG, seed });
    const { metrics } = await client.run('train.evaluate', { run, baselineSeconds: 0 });
    const metricsOfRun = await evaluate(workspace(), run);
    const difference = Math.max(
      Math.abs(metricsOfRun.all.hr - metrics['recall@10']!),
      Math.abs(metricsOfRun.all.ndcg - metrics['ndcg@10']!),
    );
    if (difference > 1e-6) throw new Error(`the engine's evaluation and this recount differ by ${difference}`);
    return metricsOfRun;
  });
}

function rows(
  among: string,
  runs: readonly Metrics[],
  popularity: Metrics,
  published: Readonly<Record<string, readonly [number, number]>>,
): Row[] {
  return (['hr', 'ndcg'] as const).flatMap((metric, m) => {
    const values = runs.map((run) => run[metric]);
    const figure = values.reduce((sum, value) => sum + value, 0) / values.length;
    const each = values.map((value) => value.toFixed(4)).join(', ');
    const peers = [
      ...Object.entries(published).map(([name, of]) => [name, of[m]!] as const),
      ['popularity', popularity[metric]] as const,
    ];
    return peers.map(([peer, peerFigure], i) => ({
      case: `LastFM, ${among}, mean of seeds ${SEEDS.join(', ')}${i === 0 ? ` (${each})` : ''}`,
      figure,
      unit: `${metric.toUpperCase()}@10`,
      peer,
      peerFigure,
      ratio: figure / peerFigure,
    }));
  });
}
