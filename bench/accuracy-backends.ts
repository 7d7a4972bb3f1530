import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Evaluation } from '../shared/contract/train.ts';
import { BackendName } from '../shared/domain/backends.ts';
import type { TrainConfig } from '../shared/domain/train-config.ts';
import type { Bench, Row } from './row.ts';
import { inWorkspace, trainOnBackend } from './support/in-workspace.ts';

/** Folder with ml-100k.inter of RecBole; can be set by the environment. */
const FOLDER = process.env.BENCH_MOVIELENS ?? fileURLToPath(new URL('../../shared/data/ml-100k', import.meta.url));
/** Backends to try; can be set by the environment. */
const BACKENDS = (process.env.BENCH_BACKENDS ?? 'wasm,tensorflow,webgpu')
  .split(',')
  .map((name) => BackendName.parse(name));

/** Small enough for a GPU emulated in software. */
const USERS = 200;
const LAST = 40;
const CONFIG = {
  objective: 'causal',
  embeddings: 'cooccurrence',
  head: 'direct',
  fields: ['item'],
  ...{ width: 32, layers: 1, heads: 2, length: 32, dropout: 0.2 },
  ...{ batchSize: 32, epochs: 8, learningRate: 3e-3, heldOut: 10, seed: 1 },
} satisfies Partial<TrainConfig>;

const MEASURES = { 'ndcg@10': 'NDCG@10', 'recall@10': 'HR@10' } as const;

/**
 * Runs the same small training and evaluation on each backend of this machine: predicts the last ten of the last forty
 * ratings of MovieLens-100k's first users.
 */
const bench: Bench = async () => {
  const evaluations: { backend: BackendName; evaluation: Evaluation }[] = [];
  for (const backend of BACKENDS) {
    try {
      evaluations.push({ backend, evaluation: await evaluateOn(backend) });
    } catch (error) {
      process.stderr.write(`${backend}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return evaluations.flatMap(({ backend, evaluation }) => rows(backend, evaluation, evaluations[0]!));
};
export default bench;

function evaluateOn(backend: BackendName): Promise<Evaluation> {
  return inWorkspace(async (client, workspace) => {
    const file = join(workspace().path, 'ratings.csv');
    writeFileSync(file, someRatings());
    await client.run('ingest.run', { files: [{ file }] });
    const run = await trainOnBackend(client, CONFIG, backend);
    return client.run('train.evaluate', { run, baselineSeconds: 60 });
  }, backend);
}

function someRatings(): string {
  const [, ...lines] = readFileSync(resolve(FOLDER, 'ml-100k.inter'), 'utf8').trim().split('\n');
  const ratings = lines.map((line) => line.split('\t').map(Number));
  const histories = Map.groupBy(ratings, ([user]) => user!);
  const selectedRatings = Array.from({ length: USERS }, (_, i) => histories.get(i + 1) ?? []).flatMap((history) =>
    history.toSorted((a, b) => a[3]! - b[3]!).slice(-LAST),
  );
  const rows = selectedRatings.map(
    ([user, item, , time]) => `${user},${item},rating,${new Date(1000 * time!).toISOString()}`,
  );
  return `user,item,action,time\n${rows.join('\n')}\n`;
}

/** Compares a backend with the first one, and the first one with the best baseline on the same test cases. */
function rows(
  backend: BackendName,
  { metrics, intervals, baselines, bestBaseline }: Evaluation,
  first: { readonly backend: BackendName; readonly evaluation: Evaluation },
): Row[] {
  const interval = (of: Evaluation['intervals'], name: string, measure: keyof typeof MEASURES) => {
    const { low, high } = of[name]![measure]!;
    return `${low.toFixed(4)} to ${high.toFixed(4)}`;
  };
  return (Object.keys(MEASURES) as (keyof typeof MEASURES)[]).map((measure) => {
    const figure = metrics[measure]!;
    const isFirst = backend === first.backend;
    const peer = isFirst ? bestBaseline! : first.backend;
    const peerFigure = isFirst ? baselines[bestBaseline!]![measure]! : first.evaluation.metrics[measure]!;
    const peerInterval = isFirst
      ? interval(intervals, bestBaseline!, measure)
      : interval(first.evaluation.intervals, 'model', measure);
    return {
      case: `${backend} (${interval(intervals, 'model', measure)})`,
      ...{ figure, unit: MEASURES[measure], peer: `${peer} (${peerInterval})`, peerFigure, ratio: figure / peerFigure },
    };
  });
}
