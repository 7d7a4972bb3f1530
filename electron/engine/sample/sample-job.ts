import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { importJob } from '../ingest/import-job.ts';
import type { JobFunction } from '../jobs/context.ts';
import { writeSample } from './write-sample.ts';

/**
 * Generates the sample shop's files in the workspace's `sample/` folder and imports all of them except the ground
 * truth.
 */
export const sampleJob: JobFunction<Parsed<'sample.import'>, Output<'sample.import'>> = async (input, context) => {
  const folder = join(context.workspace.path, 'sample');
  mkdirSync(folder, { recursive: true });
  context.progress({ stage: 'sample.generate', done: 0, total: input.users, unit: 'users' });
  writeSample(folder, input);
  const files = ['users.csv', 'items.csv', 'events.csv'].map((name) => ({ file: join(folder, name) }));
  const { events, users, items, seconds } = await importJob(
    { files, synthetic: true, settings: { timeZone: 'Asia/Shanghai', currency: 'CNY' } },
    context,
  );
  return { events, users, items, seconds };
};
