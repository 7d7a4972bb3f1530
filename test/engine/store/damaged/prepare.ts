import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { Engine } from '../../../../electron/engine/engine.ts';
import { loadJob } from '../../../../electron/engine/job-registry.ts';
import { parseInput } from '../../../../electron/engine/parse-input.ts';
import { unrestrictedPaths } from '../../../../electron/engine/unrestricted-paths.ts';
import { EngineClient } from '../../../../shared/protocol/client.ts';
import { portPair } from '../../../../shared/protocol/port.ts';
import { serve } from '../../../../shared/protocol/server.ts';
import { prepareShop } from '../../../support/prepared-shop.ts';
import { recordingContext } from '../../train/context.ts';

/** Runs of the prepared workspace: of behaviours, of ratings of texts, a prediction, and one that was interrupted. */
export const [RUN, TEXT_RUN, PREDICTION, INTERRUPTED] = ['run-1', 'run-2', 'run-3', 'run-9'] as const;
/** A user of the sample shop, and the import of reviews, of which one row was rejected. */
export const [USER, REVIEWS] = ['U100001', 4] as const;
/** A review of the import. */
export const REVIEW = 'good tea and a fine cup';

/** Fills a new workspace with everything that Portrait stores, and closes it. */
export async function prepareWorkspace(path: string): Promise<void> {
  await prepareShop(path);
  const engine = new Engine(unrestrictedPaths(dirname(path)));
  const [near, far] = portPair();
  serve(engine, far);
  const client = new EngineClient(near);
  await client.call('workspace.open', { path });
  const file = join(dirname(path), 'reviews.csv');
  writeFileSync(file, reviews());
  const { files } = await client.run('ingest.run', { files: [{ file }] });
  expect(files).toMatchObject([{ import: REVIEWS, rejected: 1 }]);
  await client.run('text.rate', { config: { folds: 2, epochs: 1, members: 1 } });
  const { attributes } = await client.call('prediction.targets', {});
  const target = { kind: 'attribute', attribute: attributes[0]!.name, as: 'classes' } as const;
  await client.run('prediction.train', { run: RUN, target, config: { folds: 2, epochs: 1 } });
  await client.run('train.search', { config: { width: 16, layers: 1, length: 16, epochs: 1 }, minutes: 0.01 });
  await interruptTraining(engine);
  client.close();
  await engine.close();
}

function reviews(): string {
  const rows = Array.from({ length: 80 }, (_, i) => {
    const [text, rating] = i % 2 === 0 ? [REVIEW, 1] : ['bad tea in a broken cup', 0];
    return `r${i},2026-01-${10 + (i % 18)},review,i${i % 3},${text},${rating}`;
  });
  return ['user,time,action,item,text,rating', ...rows, `r1,never,review,i1,${REVIEW},1`, ''].join('\n');
}

/** Starts a training and stops it after its first checkpoint. */
async function interruptTraining(engine: Engine): Promise<void> {
  const workspace = engine.workspace();
  const { context } = recordingContext(workspace, { resumeState: { run: INTERRUPTED } });
  const checkpoint = join(workspace.path, 'models', INTERRUPTED, 'checkpoints/last.safetensors');
  const stopped = new Error('stopped after the first checkpoint');
  const checkCancelled = () => {
    if (existsSync(checkpoint)) throw stopped;
  };
  const job = await loadJob('train.start');
  const config = { epochs: 10, width: 16, layers: 1, length: 16 };
  await expect(job(parseInput('train.start', { config }), { ...context, checkCancelled })).rejects.toBe(stopped);
}
