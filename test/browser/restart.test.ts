import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RestartableEngine } from '../../electron/browser/restartable-engine.ts';
import { Engine } from '../../electron/engine/engine.ts';
import { RestartPolicy } from '../../electron/engine/restart-policy.ts';
import { unrestrictedPaths } from '../../electron/engine/unrestricted-paths.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { portPair } from '../../shared/protocol/port.ts';
import { serve } from '../../shared/protocol/server.ts';
import { testFolder } from '../support/folder.ts';

async function openShop(policy?: RestartPolicy) {
  const home = testFolder();
  const engine = new RestartableEngine(() => new Engine(unrestrictedPaths(home)), policy);
  const [near, far] = portPair();
  serve(engine, far);
  const client = new EngineClient(near);
  onTestFinished(() => engine.close());
  const path = join(home, 'shop.portrait');
  await client.call('workspace.create', { path });
  return { engine, client, home, path };
}

describe('an engine that is replaced', () => {
  it('rejects calls in progress with ENGINE_GONE, and has the workspace open again for the same client', async () => {
    const { engine, client, home, path } = await openShop();
    const file = join(home, 'events.csv');
    writeFileSync(file, `user,time,action,item\n${'a,2024-05-01 10:00:00,view,i1\n'.repeat(10_000)}`);
    const preview = engine.call('ingest.preview', { file });
    await Promise.resolve();
    expect(engine.restart()).toBe(true);
    await expect(preview).rejects.toMatchObject({ code: 'ENGINE_GONE' });
    expect((await client.call('workspace.info', {})).workspace).toMatchObject({ path });
  });

  it('tells clients that its jobs were interrupted and can be resumed', async () => {
    const { engine, client } = await openShop();
    const job = client.run('sample.import', { users: 5_000 }, ({ progress }) => {
      if (progress && progress.done > 0) engine.restart();
    });
    await expect(job).rejects.toMatchObject({ code: 'INTERRUPTED' });
    const { jobs } = await client.call('jobs.list', {});
    expect(jobs).toMatchObject([{ state: 'failed', resumable: true }]);
  });

  it('is replaced as often as the policy allows', async () => {
    const { engine, client } = await openShop(new RestartPolicy(2));
    for (let restarts = 0; restarts < 2; restarts++) {
      expect(engine.restart()).toBe(true);
      await client.call('workspace.info', {});
    }
    expect(engine.restart()).toBe(false);
  });
});
