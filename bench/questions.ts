import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rankingsOf } from '../electron/engine/evaluate/rankings.ts';
import { planOf } from '../electron/engine/finetune/fine-tuning-plan.ts';
import { learnAll } from '../electron/engine/finetune/fit-all-splits.ts';
import { readingOf } from '../electron/engine/finetune/scorer/encoder-input.ts';
import { loadRun } from '../electron/engine/runs/run-files.ts';
import { encode } from '../electron/engine/sequence/encode.ts';
import type { Workspace } from '../electron/engine/store/workspace.ts';
import { freshTexts } from '../electron/engine/text/fit-text-heads.ts';
import { ratedTexts } from '../electron/engine/text/rated-texts.ts';
import { learnRatings } from '../electron/engine/text/train-ratings.ts';
import { Pool } from '../electron/engine/threads/pool.ts';
import { threadsByDefault } from '../electron/engine/threads/thread-count.ts';
import { heldOut, readDataset } from '../electron/engine/train/dataset.ts';
import { HeadConfig } from '../shared/domain/finetune-config.ts';
import { ratingPreset } from '../shared/domain/text-presets.ts';
import type { Bench, Row } from './row.ts';
import { inWorkspace } from './support/in-workspace.ts';

const shared = (path: string) => fileURLToPath(new URL(`../../shared/data/${path}`, import.meta.url));
const MOVIELENS = process.env.BENCH_MOVIELENS ?? shared('ml-100k');
const REVIEWS = process.env.BENCH_REVIEWS ?? shared('reviews-zh/waimai_10k.csv');
const THREADS = threadsByDefault();

type Work = (pool: Pool) => Promise<unknown>;

/** What threads that answer questions apart from each other make of the time that one takes: baselines, and heads of folds. */
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
  const [alone, together] = [await secondsOf(work, 1), await secondsOf(work, THREADS)];
  return {
    case: `${name}, ${THREADS} threads`,
    ...{ figure: together, unit: 's', peer: '1 thread', peerFigure: alone, ratio: alone / together },
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

const contextOf = (workspace: Workspace) => {
  const nothing = () => {};
  return { workspace, remembered: {}, progress: nothing, log: nothing, remember: nothing, checkCancelled: nothing };
};

async function baselines(workspace: Workspace, id: string): Promise<Work> {
  const run = await loadRun(workspace.path, id);
  const dataset = readDataset(workspace.db, run.train);
  const { histories, split, time } = dataset;
  const { offsets, tokens } = encode(histories, run.vocabulary);
  const asked = (which: 'test' | 'validation') => ({
    column: tokens.item,
    tokens: run.encoder.sizes.item!,
    held: heldOut(dataset, which, 1000),
  });
  const [test, validation] = [asked('test'), asked('validation')];
  const training = { offsets, trainEnd: split.trainEnd, items: tokens.item, tokens: test.tokens };
  const questions = { training: { ...training, time: histories.time, dates: time.dates }, test, validation };
  const model = { ranks: new Float64Array(0), loss: 0, first: new Int32Array(0) };
  return (pool) => rankingsOf(model, { ...questions, seconds: 600 }, pool, contextOf(workspace));
}

async function gender(workspace: Workspace, id: string): Promise<Work> {
  const run = await loadRun(workspace.path, id);
  const config = HeadConfig.parse({});
  const dataset = readDataset(workspace.db, run.train);
  const target = { kind: 'attribute', attribute: 'gender', as: 'classes' } as const;
  const plan = planOf(workspace.db, dataset.histories, dataset.time.dates, target, config);
  const reading = readingOf(workspace.db, dataset, run, config);
  return (pool) => learnAll(plan, reading, dataset, config, pool, contextOf(workspace));
}

function ratings(workspace: Workspace): Work {
  const rated = ratedTexts(workspace.db, null);
  const config = HeadConfig.parse(ratingPreset('thorough', rated.texts.length));
  const { encoder } = freshTexts(rated.texts);
  let runs = 0;
  return (pool) => {
    const input = {
      workspace: workspace.path,
      run: null,
      rated,
      config,
      id: `run-${++runs}`,
      lesson: 'of the reviews',
    };
    return learnRatings(input, freshTexts, encoder, pool, contextOf(workspace));
  };
}
