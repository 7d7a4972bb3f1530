import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from '../../electron/engine/engine.ts';
import { typedPaths } from '../../electron/engine/files.ts';
import type { Workspace } from '../../electron/engine/store/workspace.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { portPair } from '../../shared/protocol/port.ts';
import { serve } from '../../shared/protocol/server.ts';

/** Works in a new workspace as any client of an engine would; afterwards it is gone. */
export async function inWorkspace<T>(
  work: (client: EngineClient, workspace: () => Workspace) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-bench-'));
  const path = join(folder, 'shop');
  const engine = new Engine(typedPaths(path), { resume: false });
  const [near, far] = portPair();
  serve(engine, far);
  const client = new EngineClient(near);
  try {
    await client.call('workspace.create', { path });
    return await work(client, () => engine.workspace());
  } finally {
    client.close();
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
