import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine } from './engine.ts';
import { oncePerRun } from './once-per-run.ts';

/** Copies a small sample shop after the whole workflow: trained, evaluated, profiled, mapped, and with one segment. */
export async function prepareShop(path: string): Promise<void> {
  cpSync(join(await oncePerRun('prepared-shop', build), 'shop.portrait'), path, { recursive: true });
}

async function build(home: string): Promise<void> {
  const { client, close } = startEngine(home);
  await client.call('workspace.create', { path: join(home, 'shop.portrait') });
  await client.run('sample.import', { users: 150 });
  const { run } = await client.run('train.start', { config: { epochs: 3, width: 16, length: 32 } });
  await client.run('train.evaluate', { run });
  await client.run('profile.compute', { run });
  await client.run('map.compute', { run, epochs: 100 });
  await client.call('segment.create', {
    name: 'Keen lookers',
    definition: { rule: 'count(view) >= 3 and count(purchase) >= 1' },
  });
  await close();
}
