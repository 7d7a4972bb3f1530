import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Engine } from '../../electron/engine/engine.ts';
import { unrestrictedPaths } from '../../electron/engine/unrestricted-paths.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { portPair } from '../../shared/protocol/port.ts';
import { serve } from '../../shared/protocol/server.ts';
import { shopOfRun } from './shop-of-run.ts';

/** Copies a small sample shop after the whole workflow: trained, evaluated, profiled, mapped, and with one segment. */
export async function prepareShop(path: string): Promise<void> {
  cpSync(await buildOnce(), path, { recursive: true });
}

/** Test files run in separate processes: the first one of a run builds the shop, the others wait for it. */
async function buildOnce(): Promise<string> {
  const home = shopOfRun(process.ppid);
  const [shop, done, failed] = ['shop.portrait', 'done', 'failed'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  if (isFirstProcess(home)) {
    try {
      await build(home, shop);
      writeFileSync(done, '');
    } catch (error) {
      writeFileSync(failed, '');
      throw error;
    }
  }
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error('the shared shop could not be built');
    await sleep(100);
  }
  return shop;
}

/** Whether this process is the first one to create the folder. */
function isFirstProcess(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

async function build(home: string, path: string): Promise<void> {
  const engine = new Engine(unrestrictedPaths(home));
  const [near, far] = portPair();
  serve(engine, far);
  const client = new EngineClient(near);
  await client.call('workspace.create', { path });
  await client.run('sample.import', { users: 150 });
  const { run } = await client.run('train.start', { config: { epochs: 3, width: 16, length: 32 } });
  await client.run('train.evaluate', { run });
  await client.run('profile.compute', { run });
  await client.run('map.compute', { run, epochs: 100 });
  await client.call('segment.create', {
    name: 'Keen lookers',
    definition: { rule: 'count(view) >= 3 and count(purchase) >= 1' },
  });
  client.close();
  await engine.close();
}
