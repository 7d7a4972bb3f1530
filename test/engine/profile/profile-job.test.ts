import { describe, expect, it } from 'vitest';
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
  });

  it('are reported missing for an unknown run and for a run without profiles', async () => {
    const { client, run } = await trainedShop();
    await expect(client.run('profile.compute', { run: 'run-9' })).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    await expect(client.call('profile.vector', { run, user: 'u1' })).rejects.toMatchObject({ code: 'NO_PROFILES' });
  });
});
