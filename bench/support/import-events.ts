import { existsSync, rmSync } from 'node:fs';
import { Engine } from '../../electron/engine/engine.ts';
import { unrestrictedPaths } from '../../electron/engine/unrestricted-paths.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { portPair } from '../../shared/protocol/port.ts';
import { serve } from '../../shared/protocol/server.ts';
import { generateEvents } from './generate-events.ts';

/** Imports generated events into a workspace unless it exists; returns its path. */
export async function importEvents(
  path: string,
  { events, users }: { events: number; users: number },
): Promise<string> {
  if (existsSync(path)) return path;
  const file = `${path}.csv`;
  generateEvents(file, events, { users, brands: true });
  const engine = new Engine(unrestrictedPaths(`${path}.home`), { resume: false });
  const [clientPort, enginePort] = portPair();
  serve(engine, enginePort);
  const client = new EngineClient(clientPort);
  try {
    await client.call('workspace.create', { path });
    await client.run('ingest.run', { files: [{ file }] });
    return path;
  } finally {
    client.close();
    await engine.close();
    rmSync(file);
    rmSync(`${path}.home`, { recursive: true, force: true });
  }
}
