import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { itemVectors } from '../../../electron/engine/profile/item-vectors.ts';
import { loadRun, type Run } from '../../../electron/engine/runs/run-files.ts';
import { likesPhones, trainedShop, WIDTH } from '../../support/trained-shop.ts';

const length = (vector: Float32Array) => Math.hypot(...vector);

describe('the profiles of a run', () => {
  it('are a vector of length 1 for each user, near those of similar users', async () => {
    const { client, run } = await trainedShop();
    const profiles = await client.run('profile.compute', { run });
    expect(profiles).toMatchObject({ run, users: 60, dimensions: 2 * WIDTH });
    const { vector } = await client.call('profile.vector', { run, user: 'u7' });
    expect(vector).toHaveLength(2 * WIDTH);
    expect(length(vector)).toBeCloseTo(1, 5);

    const { nearest } = await client.call('profile.user', { user: 'u7' });
    expect(nearest).toHaveLength(10);
    expect(nearest.map(({ user }) => user)).not.toContain('u7');
    expect(nearest.filter(({ user }) => likesPhones(user)).length).toBeGreaterThanOrEqual(9);
    const cosines = nearest.map(({ cosine }) => cosine);
    expect(cosines).toEqual(cosines.toSorted((a, b) => b - a));

    await client.run('profile.compute', { run });
    expect((await client.call('profile.vector', { run, user: 'u7' })).vector).toEqual(vector);
    expect((await client.call('train.runs', {})).runs).toMatchObject([{ id: run, profiles: 60 }]);
  });

  it('keep the vectors of items when events are imported later, so that a user without new events keeps theirs', async () => {
    const { engine, client, run } = await trainedShop();
    await client.run('profile.compute', { run });
    const { vector } = await client.call('profile.vector', { run, user: 'u7' });
    const { db } = engine.workspace();
    db.prepare("DELETE FROM events WHERE user = (SELECT id FROM users WHERE name = 'u8')").run();
    await client.run('profile.compute', { run });
    expect((await client.call('profile.vector', { run, user: 'u7' })).vector).toEqual(vector);

    // Where none are stored, they are computed, although events without dates cannot be divided by time any more.
    const { path } = engine.workspace();
    rmSync(join(path, 'models', run, 'items.safetensors'));
    db.exec("UPDATE imports SET time_kind = 'order'");
    const loaded = await loadRun(path, run);
    onTestFinished(() => loaded.dispose());
    const temporal: Run = { ...loaded, train: { ...loaded.train, split: 'temporal', until: 1 } };
    const { vectors } = itemVectors({ db, path }, temporal, () => {});
    expect(vectors.some((value) => value !== 0) && vectors.every(Number.isFinite)).toBe(true);
  });

  it('are reported missing for an unknown run and for a run without profiles', async () => {
    const { client, run } = await trainedShop();
    await expect(client.run('profile.compute', { run: 'run-9' })).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    await expect(client.call('profile.vector', { run, user: 'u1' })).rejects.toMatchObject({ code: 'NO_PROFILES' });
  });
});
