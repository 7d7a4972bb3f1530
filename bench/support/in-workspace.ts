import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from '../../electron/engine/engine.ts';
import type { Workspace } from '../../electron/engine/store/workspace.ts';
import { unrestrictedPaths } from '../../electron/engine/unrestricted-paths.ts';
import { BackendName } from '../../shared/domain/backends.ts';
import type { TrainConfig } from '../../shared/domain/train-config.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { portPair } from '../../shared/protocol/port.ts';
import { serve } from '../../shared/protocol/server.ts';

/** Backend that models run on; can be set by the environment: `wasm`, `webgpu` or `tensorflow`. */
export const BACKEND = BackendName.parse(process.env.BENCH_BACKEND ?? 'wasm');

/** Runs `work` in a new workspace as a client of an engine; deletes the workspace afterwards. */
export async function inWorkspace<T>(
  work: (client: EngineClient, workspace: () => Workspace) => Promise<T>,
  backend = BACKEND,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-bench-'));
  const path = join(folder, 'shop');
  const engine = new Engine(unrestrictedPaths(path), { resume: false });
  const [clientPort, enginePort] = portPair();
  serve(engine, enginePort);
  const client = new EngineClient(clientPort);
  try {
    await client.call('workspace.create', { path });
    await client.call('backends.use', { backend });
    return await work(client, () => engine.workspace());
  } finally {
    client.close();
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Trains a model on the requested backend and returns its run; throws if the machine fell back to another. */
export async function trainOnBackend(
  client: EngineClient,
  config: Partial<TrainConfig>,
  requested = BACKEND,
): Promise<string> {
  const { run, backend } = await client.run('train.start', { config });
  if (backend !== requested) throw new Error(`trained on ${backend}, because ${requested} is unavailable`);
  return run;
}
