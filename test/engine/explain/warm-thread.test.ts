import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trainedShop } from '../../support/trained-shop.ts';

let threads = 0;
const count = () => {
  threads++;
};
beforeEach(() => {
  threads = 0;
  process.on('worker', count);
});
afterEach(() => {
  process.off('worker', count);
});

describe('explanation jobs', () => {
  it('run one after another in one thread, with the run’s current weights', async () => {
    const { client, engine, run } = await trainedShop();
    const { run: other } = await client.run('train.start', { config: { width: 16, length: 24, epochs: 1, seed: 9 } });
    threads = 0;
    const first = await client.run('explain.attention', { run, user: 'u5' });
    expect((await client.run('explain.attention', { run, user: 'u5' })).attention).toEqual(first.attention);
    expect(threads).toBe(1);
    const fileOf = (id: string) => join(engine.workspace().path, 'models', id, 'model.safetensors');
    copyFileSync(fileOf(other), fileOf(run));
    const { attention } = await client.run('explain.attention', { run, user: 'u5' });
    expect(attention).not.toEqual(first.attention);
    expect(threads).toBe(1);
  });

  it('run after one that failed', async () => {
    const { client, run } = await trainedShop();
    await expect(client.run('explain.attention', { run, user: 'nobody' })).rejects.toMatchObject({
      code: 'USER_NOT_FOUND',
    });
    threads = 0;
    expect((await client.run('explain.attention', { run, user: 'u5' })).user).toBe('u5');
    expect(threads).toBe(0);
  });

  it('run in parallel', async () => {
    const { client, run } = await trainedShop();
    const users = ['u5', 'u6', 'u7'];
    const answers = await Promise.all(users.map((user) => client.run('explain.attention', { run, user })));
    expect(answers.map(({ user }) => user)).toEqual(users);
  });
});
