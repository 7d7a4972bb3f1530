import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folds } from '../electron/engine/finetune/split.ts';
import { importJob } from '../electron/engine/ingest/import-job.ts';
import { wishForBackend } from '../electron/engine/model/backends/backend-request.ts';
import { startBackend } from '../electron/engine/model/backends/index.ts';
import { createWorkspace } from '../electron/engine/store/workspace.ts';
import { fitTexts, freshTexts } from '../electron/engine/text/fit-text-heads.ts';
import { type RatedTexts, ratedTexts } from '../electron/engine/text/rated-texts.ts';
import { compareRight, rightOf } from '../electron/engine/text/text-accuracy.ts';
import { linearTexts, termsOf } from '../electron/engine/text/text-terms.ts';
import { HeadConfig } from '../shared/domain/finetune-config.ts';
import { ratingPreset } from '../shared/domain/text-presets.ts';
import type { Row } from './row.ts';
import { BACKEND } from './support/in-workspace.ts';

const FILE =
  process.env.BENCH_REVIEWS ?? fileURLToPath(new URL('../../shared/data/reviews-zh/waimai_10k.csv', import.meta.url));
const SEED = Number(process.env.BENCH_SEED ?? 1);

/**
 * The sentiment of Chinese reviews in five folds: encoders trained from nothing but the file, beside logistic regression on
 * TF-IDF. Both know the words and the labels of the training folds only.
 */
export default async function bench(): Promise<Row[]> {
  wishForBackend(BACKEND, (reason) => {
    throw reason;
  });
  await startBackend();
  const { texts, labels } = await imported();
  const terms = texts.map(termsOf);
  const config = HeadConfig.parse({ ...ratingPreset('thorough', texts.length), seed: 100 * SEED });
  const right = {
    model: new Float64Array(texts.length),
    single: new Float64Array(texts.length),
    linear: new Float64Array(texts.length),
  };
  for (const [fold, { test }] of folds(labels, texts.length, 5, 0.1, SEED).entries()) {
    const apart = new Set(test);
    const training = Int32Array.from(texts.keys()).filter((row) => !apart.has(row));
    const start = freshTexts(Array.from(training, (row) => texts[row]!));
    const hooks = { checkCancelled: () => {} };
    const split = { training, test };
    const each: Float32Array[] = [];
    for (let member = 0; member < config.members; member++) {
      const one = { ...config, members: 1, seed: config.seed + member };
      each.push(await fitTexts(start, texts, labels, split, one, hooks));
    }
    const mean = Float32Array.from({ length: 2 * test.length }, (_, i) => each.reduce((sum, one) => sum + one[i]!, 0));
    note(right.model, labels.of, test, mean);
    note(right.single, labels.of, test, each[0]!);
    note(
      right.linear,
      labels.of,
      test,
      linearTexts(terms, labels, split, () => {}),
    );
    const shares = Object.entries(right).map(([name, hits]) => `${name} ${share(hits, test).toFixed(4)}`);
    process.stderr.write(`fold ${fold + 1}: ${shares.join(', ')}\n`);
  }
  return rowsOf(right);
}

type Hits = Record<'model' | 'single' | 'linear', Float64Array>;

function rowsOf({ model, single, linear }: Hits): Row[] {
  const all = Int32Array.from(model.keys());
  const linearShare = share(linear, all);
  const { low, high } = compareRight(model, linear, SEED, () => {}).difference;
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

/** The reviews as a user would have them in a workspace. */
async function imported(): Promise<RatedTexts> {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-'));
  const workspace = createWorkspace(join(folder, 'reviews.portrait'));
  try {
    const mapping = "user='reviews',time='order',action='review',text=review,rating=label";
    const nothing = () => {};
    await importJob(
      { files: [{ file: FILE, mapping, repeats: 'keep' }], synthetic: false, dryRun: false },
      { workspace, remembered: {}, progress: nothing, log: nothing, remember: nothing, checkCancelled: nothing },
    );
    return ratedTexts(workspace.db, null);
  } finally {
    workspace.close();
    rmSync(folder, { recursive: true });
  }
}

/** Notes which test rows have the class with the highest score. */
function note(hits: Float64Array, of: Int32Array, test: Int32Array, scores: Float32Array | Float64Array): void {
  rightOf(of, test, scores, scores.length / test.length).forEach((one, r) => {
    hits[test[r]!] = one;
  });
}

const share = (hits: Float64Array, rows: Int32Array) => rows.reduce((sum, row) => sum + hits[row]!, 0) / rows.length;
