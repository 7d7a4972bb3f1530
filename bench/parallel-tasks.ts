import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rankingsOf } from '../electron/engine/evaluate/rankings.ts';
import { planFineTuning } from '../electron/engine/finetune/fine-tuning-plan.ts';
import { fitAllSplits } from '../electron/engine/finetune/fit-all-splits.ts';
import { encoderInputOf } from '../electron/engine/finetune/scorer/encoder-input.ts';
import { loadRun } from '../electron/engine/runs/run-files.ts';
import { encode } from '../electron/engine/sequence/encode.ts';
import type { Workspace } from '../electron/engine/store/workspace.ts';
import { freshTextEncoder } from '../electron/engine/text/fit-text-heads.ts';
import { ratedTexts } from '../electron/engine/text/rated-texts.ts';
import { trainRatings } from '../electron/engine/text/train-ratings.ts';
import { Pool } from '../electron/engine/threads/pool.ts';
import { defaultThreadCount } from '../electron/engine/threads/thread-count.ts';
import { heldOutCases, readDataset } from '../electron/engine/train/dataset.ts';
import { FinetuneConfig } from '../shared/domain/finetune-config.ts';
import { ratingPreset } from '../shared/domain/text-presets.ts';
import type { Bench, Row } from './row.ts';
import { inWorkspace } from './support/in-workspace.ts';
import { silentContext } from './support/silent-context.ts';

const shared = (path: string) => fileURLToPath(new URL(`../../shared/data/${path}`, import.meta.url));
const MOVIELENS = process.env.BENCH_MOVIELENS ?? shared('ml-100k');
const REVIEWS = process.env.BENCH_REVIEWS ?? shared('reviews-zh/waimai_10k.csv');
const THREADS = defaultThreadCount();

type Work = (pool: Pool) => Promise<unknown>;

/**
 * Speed-up by threads of independent tasks: the baselines of an evaluation, and predictions in cross-validation folds.
 */
const bench: Bench = async () => [
  ...(await inWorkspace(async (client, workspace) => {
    const files = ['inter', 'user', 'item'].map((end) => ({ file: resolve(MOVIELENS, `ml-100k.${end}`) }));
    await client.run('ingest.run', { files });
    const { run } = await client.run('train.start', { config: { epochs: 1, objective: 'masked' } });
    return [
      await timed('five baselines of an evaluation, MovieLens-100k', await baselines(workspace(), run)),
      await timed('a prediction of gender in five folds, MovieLens-100k', await gender(workspace(), run)),
    ];
  })),
  ...(await inWorkspace(async (client, workspace) => {
    const mapping = "user='reviews',time='order',action='review',text=review,rating=label";
    await client.run('ingest.run', { files: [{ file: REVIEWS, mapping, repeats: 'keep' }] });
    return [await timed('ratings of 11,987 Chinese reviews in five folds, and their heads', ratings(workspace()))];
  })),
];
export default bench;

async function timed(name: string, work: Work): Promise<Row> {
  const [singleThread, multiThread] = [await secondsOf(work, 1), await secondsOf(work, THREADS)];
  return {
    case: `${name}, ${THREADS} threads`,
    ...{
      figure: multiThread,
      unit: 's',
      peer: '1 thread',
      peerFigure: singleThread,
      ratio: singleThread / multiThread,
    },
  };
}

async function secondsOf(work: Work, threads: number): Promise<number> {
  const pool = new Pool(threads);
  const started = performance.now();
  try {
    await work(pool);
    return (performance.now() - started) / 1000;
  } finally {
    await pool.end();
  }
}

async function baselines(workspace: Workspace, id: string): Promise<Work> {
  const run = await loadRun(workspace.path, id);
  const dataset = readDataset(workspace.db, run.train);
  const { histories, split, time } = dataset;
  const { offsets, tokens } = encode(histories, run.vocabulary);
  const testSetOf = (which: 'test' | 'validation') => ({
    column: tokens.item,
    tokens: run.encoder.sizes.item!,
    cases: heldOutCases(dataset, which, 1000),
  });
  const [test, validation] = [testSetOf('test'), testSetOf('validation')];
  const training = { offsets, trainEnd: split.trainEnd, items: tokens.item, tokens: test.tokens };
  const input = { training: { ...training, time: histories.time, dates: time.dates }, test, validation };
  const ranking = { ranks: new Float64Array(0), loss: 0, topTokens: new Int32Array(0), topScores: new Float32Array(0) };
  const model = { ranked: ranking, validation: ranking };
  return (pool) => rankingsOf(model, { ...input, topCount: 10, seconds: 600 }, pool, silentContext(workspace));
}

async function gender(workspace: Workspace, id: string): Promise<Work> {
  const run = await loadRun(workspace.path, id);
  const config = FinetuneConfig.parse({});
  const dataset = readDataset(workspace.db, run.train);
  const target = { kind: 'attribute', attribute: 'gender', as: 'classes' } as const;
  const plan = planFineTuning(workspace.db, dataset.histories, dataset.time.dates, target, config);
  const reading = encoderInputOf(workspace.db, dataset, run, config);
  return (pool) => fitAllSplits(plan, reading, dataset, config, pool, silentContext(workspace));
}

function ratings(workspace: Workspace): Work {
  const rated = ratedTexts(workspace.db, null);
  const config = FinetuneConfig.parse(ratingPreset('thorough', rated.texts.length));
  const { encoder } = freshTextEncoder(rated.texts);
  let runs = 0;
  return (pool) => {
    const input = {
      workspace: workspace.path,
      run: null,
      rated,
      config,
      id: `run-${++runs}`,
      cacheKey: 'of the reviews',
    };
    return trainRatings(input, freshTextEncoder, encoder, pool, silentContext(workspace));
  };
}
