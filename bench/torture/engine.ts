import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from '../../electron/engine/engine.ts';
import { GrantedPaths } from '../../electron/engine/granted-paths.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { portPair } from '../../shared/protocol/port.ts';
import { serve } from '../../shared/protocol/server.ts';

/** An engine that can access only what a page can: `home` and the paths granted to it. */
export interface ConfinedEngine {
  engine: Engine;
  client: EngineClient;
  files: GrantedPaths;
  close(): Promise<void>;
}

/** Opens a copy of a workspace, `<name>.portrait` in `home`. */
export async function engineOnCopy(shop: string, home: string, name: string): Promise<ConfinedEngine> {
  cpSync(shop, join(home, `${name}.portrait`), { recursive: true });
  const confined = confinedEngine(home);
  await confined.client.call('workspace.open', { path: name });
  return confined;
}

export function confinedEngine(home: string): ConfinedEngine {
  const files = new GrantedPaths(home);
  const engine = new Engine(files, { resume: false });
  const [near, far] = portPair();
  serve(engine, far);
  const client = new EngineClient(near);
  return {
    engine,
    client,
    files,
    async close() {
      client.close();
      await engine.close();
    },
  };
}
