import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folds } from '../electron/engine/finetune/split.ts';
import { importJob } from '../electron/engine/ingest/import-job.ts';
import { requestBackend } from '../electron/engine/model/backends/backend-request.ts';
import { startBackend } from '../electron/engine/model/backends/index.ts';
import { createWorkspace } from '../electron/engine/store/workspace.ts';
import { fitTextHeads, freshTextEncoder } from '../electron/engine/text/fit-text-heads.ts';
import { type RatedTexts, ratedTexts } from '../electron/engine/text/rated-texts.ts';
import { compareAccuracy, correctPredictions } from '../electron/engine/text/text-accuracy.ts';
import { scoreTextsLinearly, termsOf } from '../electron/engine/text/text-terms.ts';
import { FinetuneConfig } from '../shared/domain/finetune-config.ts';
import { ratingPreset } from '../shared/domain/text-presets.ts';
import type { Row } from './row.ts';
import { BACKEND } from './support/in-workspace.ts';
import { silentContext } from './support/silent-context.ts';

const FILE =
  process.env.BENCH_REVIEWS ?? fileURLToPath(new URL('../../shared/data/reviews-zh/waimai_10k.csv', import.meta.url));
const SEED = Number(process.env.BENCH_SEED ?? 1);

/**
 * Sentiment of Chinese reviews in five-fold cross-validation: encoders trained from scratch on this file, compared with
 * logistic regression on TF-IDF. Both use words and labels of the training folds only.
 */
export default async function bench(): Promise<Row[]> {
  requestBackend(BACKEND, (reason) => {
    throw reason;
  });
  await startBackend();
  const { texts, labels } = await importReviews();
  const terms = texts.map(termsOf);
  const config = FinetuneConfig.parse({ ...ratingPreset('thorough', texts.length), seed: 100 * SEED });
  const hits = {
    model: new Float64Array(texts.length),
    single: new Float64Array(texts.length),
    linear: new Float64Array(texts.length),
  };
  for (const [fold, { test }] of folds(labels, texts.length, 5, 0.1, SEED).entries()) {
    const testRows = new Set(test);
    const training = Int32Array.from(texts.keys()).filter((row) => !testRows.has(row));
    const start = freshTextEncoder(Array.from(training, (row) => texts[row]!));
    const hooks = { checkCancelled: () => {} };
    const split = { training, test };
    const each: Float32Array[] = [];
    for (let member = 0; member < config.members; member++) {
      const memberConfig = { ...config, members: 1, seed: config.seed + member };
      each.push(await fitTextHeads(start, texts, labels, split, memberConfig, hooks));
    }
    const mean = Float32Array.from({ length: 2 * test.length }, (_, i) =>
      each.reduce((sum, scores) => sum + scores[i]!, 0),
    );
    recordHits(hits.model, labels.values, test, mean);
    recordHits(hits.single, labels.values, test, each[0]!);
    recordHits(
      hits.linear,
      labels.values,
      test,
      scoreTextsLinearly(terms, labels, split, () => {}),
    );
    const shares = Object.entries(hits).map(([name, rowHits]) => `${name} ${share(rowHits, test).toFixed(4)}`);
    process.stderr.write(`fold ${fold + 1}: ${shares.join(', ')}\n`);
  }
  return rowsOf(hits);
}

type Hits = Record<'model' | 'single' | 'linear', Float64Array>;

function rowsOf({ model, single, linear }: Hits): Row[] {
  const all = Int32Array.from(model.keys());
  const linearShare = share(linear, all);
  const { low, high } = compareAccuracy(model, linear, SEED, () => {}).difference;
  const row = (name: string, figure: number, unit: string, peerFigure: number | null): Row => ({
    ...{ case: name, figure, unit, peerFigure, peer: peerFigure === null ? '' : 'logistic regression on TF-IDF' },
    ratio: peerFigure === null ? null : figure / peerFigure,
  });
  return [
    row(
      `mean of ${ratingPreset('thorough', model.length).members} encoders, seed ${SEED}`,
      share(model, all),
      'accuracy',
      linearShare,
    ),
    row(`one encoder, seed ${SEED}`, share(single, all), 'accuracy', linearShare),
    row('mean less regression, low end of 95 %', low, 'accuracy', null),
    row('mean less regression, high end of 95 %', high, 'accuracy', null),
  ];
}

/** Imports the reviews into a workspace, as a user would. */
async function importReviews(): Promise<RatedTexts> {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-'));
  const workspace = createWorkspace(join(folder, 'reviews.portrait'));
  try {
    const mapping = "user='reviews',time='order',action='review',text=review,rating=label";
    await importJob(
      { files: [{ file: FILE, mapping, repeats: 'keep' }], synthetic: false, dryRun: false },
      silentContext(workspace),
    );
    return ratedTexts(workspace.db, null);
  } finally {
    workspace.close();
    rmSync(folder, { recursive: true });
  }
}

/** Records for each test row whether the class with the highest score is correct. */
function recordHits(hits: Float64Array, of: Int32Array, test: Int32Array, scores: Float32Array | Float64Array): void {
  correctPredictions(of, test, scores, scores.length / test.length).forEach((hit, r) => {
    hits[test[r]!] = hit;
  });
}

const share = (hits: Float64Array, rows: Int32Array) => rows.reduce((sum, row) => sum + hits[row]!, 0) / rows.length;
