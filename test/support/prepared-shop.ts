import { Engine } from '../../electron/engine/engine.ts';
import { typedPaths } from '../../electron/engine/files.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { portPair } from '../../shared/protocol/port.ts';
import { serve } from '../../shared/protocol/server.ts';

/** A small sample shop taken through the whole flow: trained, evaluated, profiled, mapped, and one segment drawn. */
export async function prepareShop(home: string, path: string): Promise<void> {
  const engine = new Engine(typedPaths(home));
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
