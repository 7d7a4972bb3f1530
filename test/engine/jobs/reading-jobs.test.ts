import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trainedShop } from '../../support/trained-shop.ts';

/** A training that would take very long. */
const LONG = { config: { epochs: 10_000, width: 16, layers: 1, length: 16 } };

/** A trained shop in which another training runs. */
async function trainingShop() {
  const { client, engine, run } = await trainedShop();
  const training = await client.start('train.start', LONG);
  const trainingJob = async () => (await client.call('jobs.list', {})).jobs.find(({ id }) => id === training);
  await expect.poll(async () => (await trainingJob())?.progress?.done ?? 0, { timeout: 30_000 }).toBeGreaterThan(0);
  return { client, run, trainingJob, jobFolders: () => readdirSync(join(engine.workspace().path, 'jobs')).sort() };
}

describe('a job that only reads', () => {
  it('runs while a training runs, and leaves no record', async () => {
    const { client, run, trainingJob, jobFolders } = await trainingShop();
    const foldersBefore = jobFolders();
    const profile = await client.run('text.profile', { run, text: 'tech' });
    expect(profile.words).toMatchObject([{ word: 'tech' }]);
    expect(await trainingJob()).toMatchObject({ state: 'running' });
    expect((await client.call('jobs.list', {})).jobs.map(({ kind }) => kind)).not.toContain('text.profile');
    expect(jobFolders()).toEqual(foldersBefore);
  });

  it('that fails leaves no file either, and its log is available while the workspace is open', async () => {
    const { client, run, jobFolders } = await trainingShop();
    const foldersBefore = jobFolders();
    let job = '';
    const profile = client.run('text.profile', { run, text: 'quux' }, ({ id }) => {
      job = id;
    });
    await expect(profile).rejects.toMatchObject({ code: 'TEXT_UNKNOWN' });
    expect((await client.call('jobs.log', { job })).lines.join('\n')).toContain('quux');
    expect(jobFolders()).toEqual(foldersBefore);
  });
});
