import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { confinedEngine } from './engine.ts';

/** Builds the workspace that the trials copy, in `home`; returns its path. */
export async function baseShop(home: string): Promise<string> {
  mkdirSync(home, { recursive: true });
  const { client, close } = confinedEngine(home);
  try {
    await client.call('workspace.create', { path: 'shop' });
    await client.run('sample.import', { users: 120 });
    const { run } = await client.run('train.start', { config: { epochs: 2, width: 16, layers: 1, length: 16 } });
    await client.run('train.evaluate', { run });
    await client.run('profile.compute', { run });
    await client.run('map.compute', { run, epochs: 50 });
    await client.call('segment.create', { name: 'Lookers', definition: { rule: 'count(view) >= 3' } });
    await client.run('prediction.train', { run, target: { kind: 'returns', days: 30 } });
  } finally {
    await close();
  }
  return join(home, 'shop.portrait');
}
