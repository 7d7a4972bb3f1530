import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finishDeletions } from '../../../electron/engine/runs/delete-run.ts';
import { nextRun } from '../../../electron/engine/runs/run-files.ts';
import { moveToTrash } from '../../../electron/engine/runs/trash.ts';
import type { DefinitionInput } from '../../../shared/contract/segment.ts';
import { errorShape } from '../../../shared/errors.ts';
import { trainedShop } from '../../support/trained-shop.ts';

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error) => errorShape(error).code,
  );

describe('a run', () => {
  it('has a title and a note, which can be removed', async () => {
    const { client, run } = await trainedShop();
    const named = async () => {
      const { title, note } = (await client.call('train.runs', {})).runs[0]!;
      return { title, note };
    };
    expect(await named()).toEqual({ title: '', note: '' });
    await client.call('train.rename', { run, title: ' 双十一 ', note: 'before the sale' });
    expect(await named()).toEqual({ title: '双十一', note: 'before the sale' });
    await client.call('train.rename', { run, note: '' });
    expect(await named()).toEqual({ title: '双十一', note: '' });
    expect(await codeOf(client.call('train.rename', { run: 'run-9', title: 'x' }))).toBe('RUN_NOT_FOUND');
    expect(await codeOf(client.call('train.rename', { run, title: 'x'.repeat(101) }))).toBe('BAD_INPUT');
  });

  it('is deleted with its folder, profiles and maps, unless a segment or its rule names one of its maps', async () => {
    const { client, engine, run } = await trainedShop();
    await client.run('profile.compute', { run });
    const { map } = await client.run('map.compute', { run, epochs: 20 });
    const definitions: DefinitionInput[] = [
      { cluster: { map, cluster: 0 } },
      { rule: `view or not cluster("${map}") = 0` },
      { rule: `view and lasso("${map}", 0 0, 0 1, 1 1)` },
    ];
    for (const definition of definitions) {
      await client.call('segment.create', { name: 'On the map', definition });
      expect(await codeOf(client.call('train.delete', { run }))).toBe('RUN_NEEDED');
      await client.call('segment.delete', { segment: 'On the map' });
    }
    expect(await client.call('train.delete', { run })).toEqual({ profiles: 60, maps: [map], children: [] });

    const { db, path } = engine.workspace();
    for (const table of ['runs', 'maps']) expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    expect(readdirSync(join(path, 'models'))).toEqual([]);
    expect(readdirSync(join(path, 'jobs'))).toEqual([]);
    expect((await client.call('jobs.list', {})).jobs).toEqual([]);
    expect(await codeOf(client.call('train.delete', { run }))).toBe('RUN_NOT_FOUND');

    await client.call('workspace.close', {});
    expect(existsSync(join(path, 'trash'))).toBe(false);
    await client.call('workspace.open', { path });
    const reopened = engine.workspace().db;
    for (const table of ['all_runs', 'deleted_runs', 'profiles', 'all_maps', 'clusters', 'map_points'])
      expect(reopened.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    expect(await codeOf(client.call('train.restore', { run }))).toBe('RUN_NOT_FOUND');
  });

  it('is restored as it was before its deletion, until the workspace is closed; no other takes its place', async () => {
    const { client, engine, run } = await trainedShop();
    await client.run('profile.compute', { run });
    const { map } = await client.run('map.compute', { run, epochs: 20 });
    const { path } = engine.workspace();
    const state = async () => ({
      runs: await client.call('train.runs', {}),
      points: await client.call('map.points', { map }),
      jobs: await client.call('jobs.list', {}),
      files: ['models', 'jobs'].map((folder) => readdirSync(join(path, folder), { recursive: true }).sort()),
    });
    const before = await state();
    await client.call('train.delete', { run });
    expect(nextRun(path)).toBe('run-2');
    expect(await codeOf(client.call('map.points', { map }))).toBe('MAP_NOT_FOUND');
    await client.call('train.restore', { run });
    expect(await state()).toEqual(before);
    await client.call('train.delete', { run });
    await client.call('train.restore', { run });
    expect(await state()).toEqual(before);
    await client.run('profile.compute', { run });
  });

  it('cannot be restored once its files are deleted to free their space; its name stays taken until then', async () => {
    const { client, engine, run } = await trainedShop();
    const { path } = engine.workspace();
    await client.call('train.delete', { run });
    await client.call('train.emptyTrash', { runs: ['run-9'] });
    const { db } = engine.workspace();
    db.function('fail', () => {
      throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    });
    db.exec('CREATE TEMP TRIGGER full BEFORE DELETE ON deleted_runs BEGIN SELECT fail(); END');
    expect(await codeOf(client.call('train.restore', { run }))).toBe('DISK_FULL');
    db.exec('DROP TRIGGER full');
    await client.call('train.restore', { run });
    await client.call('train.delete', { run });
    expect((await client.call('train.trash', {})).bytes).toBeGreaterThan(10_000);
    await client.call('train.emptyTrash', {});
    expect(await client.call('train.trash', {})).toEqual({ bytes: 0 });
    expect(await codeOf(client.call('train.restore', { run }))).toBe('RUN_NOT_FOUND');
    expect(nextRun(path)).toBe('run-2');
    await client.call('workspace.close', {});
    await client.call('workspace.open', { path });
    expect(nextRun(path)).toBe('run-1');
  });

  it('is put back when its deletion or its restoration was interrupted, and removed when the deletion was not', async () => {
    const { client, engine, run } = await trainedShop();
    const { path } = engine.workspace();
    await client.call('workspace.close', {});
    moveToTrash(path, run, ['job-1']);
    // The check of a closed workspace leaves it to the next opening.
    const { findings } = await client.call('workspace.checkClosed', { path, repair: true });
    expect(findings.filter(({ repair }) => repair === 'done')).toEqual([]);
    await client.call('workspace.open', { path });
    expect([readdirSync(join(path, 'models')), readdirSync(join(path, 'jobs'))]).toEqual([[run], ['job-1']]);
    expect((await client.call('train.runs', {})).runs).toHaveLength(1);

    await client.call('train.delete', { run });
    finishDeletions(engine.workspace());
    expect([readdirSync(join(path, 'models')), existsSync(join(path, 'trash'))]).toEqual([[], false]);
    expect(engine.workspace().db.prepare('SELECT count(*) FROM all_runs').pluck().get()).toBe(0);
  });

  it('names those that were fine-tuned from it when it is deleted, and can be deleted without its folder', async () => {
    const { client, engine, run } = await trainedShop();
    const { db, path } = engine.workspace();
    db.prepare(
      `INSERT INTO all_runs (id, created, config, summary, parent) SELECT 'run-2', 1, config, summary, id FROM runs`,
    ).run();
    rmSync(join(path, 'models', run), { recursive: true });
    expect(await client.call('train.delete', { run })).toMatchObject({ children: ['run-2'] });
    expect(db.prepare('SELECT id FROM runs').pluck().all()).toEqual(['run-2']);
  });

  it('is not deleted while a job uses it; nothing outside the folder of models is ever deleted', async () => {
    const { client, engine, run } = await trainedShop();
    const job = await client.start('profile.compute', { run });
    expect(await codeOf(client.call('train.delete', { run }))).toBe('RUN_BUSY');
    await client.call('jobs.cancel', { job });
    expect(await codeOf(client.call('train.delete', { run: `../models/${run}` }))).toBe('RUN_NOT_FOUND');
    expect(readdirSync(join(engine.workspace().path, 'models'))).toEqual([run]);
  });
});
