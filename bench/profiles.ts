import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Probe, ProfileQuality } from '../shared/contract/profile-quality.ts';
import type { Pooling } from '../shared/domain/pooling.ts';
import type { TrainConfig } from '../shared/domain/train-config.ts';
import { trainPreset } from '../shared/domain/train-presets.ts';
import type { EngineClient } from '../shared/protocol/client.ts';
import type { Bench, Row } from './row.ts';
import { inWorkspace, trainOnBackend } from './support/in-workspace.ts';

const DATA = fileURLToPath(new URL('../../shared/data', import.meta.url));
/** Folder with ml-100k.inter, .user and .item of RecBole; can be set by the environment. */
const MOVIELENS = process.env.BENCH_MOVIELENS ?? join(DATA, 'ml-100k');
const CDNOW = process.env.BENCH_CDNOW ?? join(DATA, 'cdnow/CDNOW_master.txt');
/** Divisions of the users into folds, over which figures are averaged. */
const SEEDS = (process.env.BENCH_SEEDS ?? '1,2,3').split(',').map(Number);
const DATASETS = (process.env.BENCH_DATASETS ?? 'movielens,sample,cdnow').split(',');
/** Number of users of the sample. */
const USERS = Number(process.env.BENCH_USERS ?? 2000);
const DAY = 86_400_000;
const WINDOW_DAYS = 30;

/** What makes vectors tell users apart, added to the quick preset. */
const CONTRAST = { contrast: 0.3, slices: 2, sliceLength: 48 } satisfies Partial<TrainConfig>;

/**
 * What the vectors of users say, frozen under linear probes, beside counts: gender and age of MovieLens-100k, archetypes
 * and future purchases of the sample, future purchases of CDNOW; how often the two halves of a history are nearest; and
 * the next item, with the contrastive loss and without.
 */
const bench: Bench = async () => {
  const rows: Row[] = [];
  if (DATASETS.includes('movielens')) rows.push(...(await inWorkspace(movieLens)));
  if (DATASETS.includes('sample')) rows.push(...(await inWorkspace(sampleShop)));
  if (DATASETS.includes('cdnow')) rows.push(...(await inWorkspace(cdnow)));
  return rows;
};
export default bench;

async function movieLens(client: EngineClient): Promise<Row[]> {
  const files = ['inter', 'user', 'item'].map((end) => ({ file: resolve(MOVIELENS, `ml-100k.${end}`) }));
  await client.run('ingest.run', { files });
  const [plain, contrastive] = [await trainQuick(client, {}), await trainQuick(client, CONTRAST)];
  const before = await qualities(client, plain, 'recent', [SEEDS[0]!]);
  const after = await qualities(client, contrastive, 'full', SEEDS);
  return [
    ...probeRows('MovieLens-100k', after, ['gender', 'age']),
    ...ownHalfRows('MovieLens-100k', before[0]!, after[0]!),
    await nextItemRow(client, plain, contrastive),
  ];
}

async function sampleShop(client: EngineClient): Promise<Row[]> {
  await client.run('sample.import', { users: USERS });
  const { path } = await infoOf(client);
  await client.run('ingest.run', { files: [{ file: join(path, 'sample/truth.csv') }] });
  const run = await trainQuick(client, { ...CONTRAST, until: await cutoffOf(client) });
  const after = await qualities(client, run, 'full', SEEDS);
  return probeRows('sample', after, ['archetype', 'gender', 'age_band', 'returns', 'buys', 'spend']);
}

async function cdnow(client: EngineClient): Promise<Row[]> {
  const { path } = await infoOf(client);
  const file = join(path, 'cdnow.csv');
  const orders = readFileSync(CDNOW, 'utf8').trim().split('\n').slice(1);
  const lines = orders.map((line) => {
    const [user, date = '', quantity, amount] = line.trim().split(/\s+/);
    const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
    return `${user},${day},purchase,${quantity},${amount}`;
  });
  writeFileSync(file, ['user,time,action,quantity,amount', ...lines].join('\n'));
  await client.run('ingest.run', { files: [{ file, repeats: 'keep' }] });
  const run = await trainQuick(client, { ...CONTRAST, until: await cutoffOf(client) });
  return probeRows('CDNOW', await qualities(client, run, 'full', SEEDS), ['returns', 'buys', 'spend']);
}

/** Start of the window that probes predict: a run may not be trained on later events. */
async function cutoffOf(client: EngineClient): Promise<number> {
  const { lastTime, longestDays } = await client.call('prediction.targets', {});
  return lastTime! + 1 - Math.min(WINDOW_DAYS, longestDays) * DAY;
}

async function trainQuick(client: EngineClient, settings: Partial<TrainConfig>): Promise<string> {
  return trainOnBackend(client, { ...trainPreset('quick', await infoOf(client)), ...settings });
}

async function infoOf(client: EngineClient) {
  const { workspace } = await client.call('workspace.info', {});
  if (!workspace) throw new Error('no workspace is open');
  return workspace;
}

async function qualities(client: EngineClient, run: string, pooling: Pooling, seeds: readonly number[]) {
  const results: ProfileQuality[] = [];
  for (const seed of seeds)
    results.push(await client.run('profile.evaluate', { run, pooling, seed, days: WINDOW_DAYS }));
  return results;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Figures of each target by each kind of features, averaged over the divisions into folds. */
function probeRows(data: string, results: readonly ProfileQuality[], targets: readonly string[]): Row[] {
  return targets.flatMap((target): Row[] => {
    const probes = results.flatMap((result) => result.probes.filter((probe) => probe.target === target));
    if (probes.length === 0) return [];
    const figure = (name: 'vector' | 'counts' | 'union' | 'random' | 'svd' | 'aggregates') =>
      mean(probes.map((probe) => probe[name]));
    const name = `${data}, ${target}${probes[0]!.days === null ? '' : ` within ${probes[0]!.days} days`}`;
    const row = (what: string, value: number, peer: string, peerFigure: number): Row => ({
      case: `${name}, ${what}`,
      figure: value,
      unit: probes[0]!.metric,
      peer,
      peerFigure,
      ratio: value / peerFigure,
    });
    return [
      row('vector', figure('vector'), 'counts', figure('counts')),
      row('vector', figure('vector'), 'truncated SVD, 64', figure('svd')),
      row('vector', figure('vector'), 'untrained encoder', figure('random')),
      row('vector', figure('vector'), 'aggregates', figure('aggregates')),
      row(`vector beside counts (${gains(probes)})`, figure('union'), 'counts', figure('counts')),
    ];
  });
}

/** Interval of the difference between the union and counts in each division. */
const gains = (probes: readonly Probe[]) =>
  probes.map(({ gain }) => `${signed(gain.low)} to ${signed(gain.high)}`).join('; ');

const signed = (value: number) => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(3)}`;

function ownHalfRows(data: string, before: ProfileQuality, { ownHalf }: ProfileQuality): Row[] {
  const row = (k: 'recall@1' | 'recall@10', peer: string, peerFigure: number): Row => ({
    case: `${data}, the own other half among ${ownHalf.users} users`,
    figure: ownHalf[k],
    unit: k,
    peer,
    peerFigure,
    ratio: ownHalf[k] / peerFigure,
  });
  return (['recall@1', 'recall@10'] as const).flatMap((k) => [
    row(k, 'mean state of the last events, no contrast', before.ownHalf[k]),
    row(k, 'counts', ownHalf.counts[k]),
    row(k, 'untrained encoder', ownHalf.random[k]),
  ]);
}

/** Compares the next item by the run with the contrastive loss with that by the run without it. */
async function nextItemRow(client: EngineClient, plain: string, contrastive: string): Promise<Row> {
  const ndcg = async (run: string) =>
    (await client.run('train.evaluate', { run, baselineSeconds: 0 })).metrics['ndcg@10']!;
  const [figure, peerFigure] = [await ndcg(contrastive), await ndcg(plain)];
  return {
    case: 'MovieLens-100k, next item, with the contrastive loss',
    figure,
    unit: 'NDCG@10',
    peer: 'without it',
    peerFigure,
    ratio: figure / peerFigure,
  };
}
