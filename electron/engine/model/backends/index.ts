import type { BackendName } from '../../../../shared/domain/backends.ts';
import type { Backend, Device } from './backend.ts';
import { wishedBackend, wishForBackend } from './backend-request.ts';
import { tensorflow } from './tensorflow/index.ts';
import { wasm } from './wasm.ts';
import { webgpu } from './webgpu/index.ts';

/** Everything that a model can be run on; `wasm` runs everywhere. */
export const backends: Readonly<Record<BackendName, Backend>> = { wasm, webgpu, tensorflow };

/** The backend that this thread's models run on, and what it computes on. */
export interface InUse extends Device {
  readonly name: BackendName;
}

/** Starts the backend that was wished for, or `wasm` where this machine cannot run it; to be awaited before a model runs. */
export async function startBackend(): Promise<InUse> {
  const { name, onFallback } = wishedBackend();
  if (name === 'wasm') return start(name);
  try {
    return await start(name);
  } catch (reason) {
    onFallback(reason);
    wishForBackend('wasm', onFallback);
    return start('wasm');
  }
}

async function start(name: BackendName): Promise<InUse> {
  const device = await backends[name].start();
  if (device.lacks) wishedBackend().onFallback(device.lacks);
  return { name, ...device };
}
