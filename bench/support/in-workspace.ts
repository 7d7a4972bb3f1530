import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from '../../electron/engine/engine.ts';
import { typedPaths } from '../../electron/engine/file-access.ts';
import type { Workspace } from '../../electron/engine/store/workspace.ts';
import { BackendName } from '../../shared/domain/backends.ts';
import type { TrainConfig } from '../../shared/domain/train-config.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { portPair } from '../../shared/protocol/port.ts';
import { serve } from '../../shared/protocol/server.ts';

/** What models are run on, settable by the environment: `wasm`, `webgpu` or `tensorflow`. */
export const BACKEND = BackendName.parse(process.env.BENCH_BACKEND ?? 'wasm');

/** Works in a new workspace as any client of an engine would; afterwards it is gone. */
export async function inWorkspace<T>(
  work: (client: EngineClient, workspace: () => Workspace) => Promise<T>,
  backend = BACKEND,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-bench-'));
  const path = join(folder, 'shop');
  const engine = new Engine(typedPaths(path), { resume: false });
  const [near, far] = portPair();
  serve(engine, far);
  const client = new EngineClient(near);
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

/** Trains a model on the backend that was asked for, and gives the run; throws where the machine fell back to another. */
export async function trainOnBackend(
  client: EngineClient,
  config: Partial<TrainConfig>,
  wanted = BACKEND,
): Promise<string> {
  const { run, backend } = await client.run('train.start', { config });
  if (backend !== wanted) throw new Error(`trained on ${backend}, since ${wanted} cannot be had`);
  return run;
}
