import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Evaluation } from '../shared/contract/train.ts';
import type { TrainConfig } from '../shared/domain/train-config.ts';
import type { Bench, Row } from './row.ts';
import { inWorkspace, trainOnBackend } from './support/in-workspace.ts';

/** Folder with ml-100k.inter, .user and .item of RecBole; can be set by the environment. */
const FOLDER = process.env.BENCH_MOVIELENS ?? fileURLToPath(new URL('../../shared/data/ml-100k', import.meta.url));
/** Number of last items of each user that are predicted, one after the other. */
const ITEMS = Number(process.env.BENCH_ITEMS ?? 10);
const SEEDS = (process.env.BENCH_SEEDS ?? '1,2,3').split(',').map(Number);

/** Tuned by NDCG@10 on validation items before the items held out here. */
const CONFIG = {
  objective: 'causal',
  embeddings: 'cooccurrence',
  head: 'direct',
  fields: ['item'],
  width: 256,
  heads: 4,
  length: 32,
  norm: 'pre',
  backwards: 0.5,
  batchSize: 16,
  epochs: 10,
  learningRate: 0.001,
  dropout: 0.4,
  heldOut: ITEMS,
} satisfies Partial<TrainConfig>;

const MEASURES = ['ndcg@10', 'recall@10'] as const;

/**
 * Ranks the last items of each MovieLens-100k user among all items that the user has not had, by models of several
 * seeds and by every baseline, each with a 95 % bootstrap interval over users.
 */
const bench: Bench = async () => {
  const evaluations = await inWorkspace(async (client) => {
    const files = ['inter', 'user', 'item'].map((end) => ({ file: resolve(FOLDER, `ml-100k.${end}`) }));
    await client.run('ingest.run', { files });
    const results: Evaluation[] = [];
    for (const seed of SEEDS) {
      const run = await trainOnBackend(client, { ...CONFIG, seed });
      results.push(await client.run('train.evaluate', { run, baselineSeconds: 600 }));
    }
    return results;
  });
  return evaluations.flatMap((evaluation, i) => MEASURES.flatMap((measure) => rows(evaluation, SEEDS[i]!, measure)));
};
export default bench;

/** Compares the model with each baseline, the best first. */
function rows(evaluation: Evaluation, seed: number, measure: (typeof MEASURES)[number]): Row[] {
  const { metrics, baselines, intervals } = evaluation;
  const interval = (name: string) => {
    const { low, high } = intervals[name]![measure]!;
    return `${low.toFixed(4)} to ${high.toFixed(4)}`;
  };
  const figure = metrics[measure]!;
  return Object.entries(baselines)
    .map(([name, values]) => ({ name, value: values[measure]! }))
    .toSorted((a, b) => b.value - a.value)
    .map(({ name, value }) => ({
      case: `MovieLens-100k, next ${ITEMS} items, seed ${seed} (${interval('model')})`,
      figure,
      unit: measure === 'ndcg@10' ? 'NDCG@10' : 'HR@10',
      peer: `${name} (${interval(name)})`,
      peerFigure: value,
      ratio: figure / value,
    }));
}
