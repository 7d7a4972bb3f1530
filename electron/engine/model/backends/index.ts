import type { BackendName } from '../../../../shared/domain/backends.ts';
import type { Backend, Device } from './backend.ts';
import { requestBackend, requestedBackend } from './backend-request.ts';
import { tensorflow } from './tensorflow/index.ts';
import { wasm } from './wasm.ts';
import { webgpu } from './webgpu/index.ts';

/** All compute backends; `wasm` runs on every machine. */
export const backends: Readonly<Record<BackendName, Backend>> = { wasm, webgpu, tensorflow };

/** The backend that this thread's models run on, with its device. */
export interface ActiveBackend extends Device {
  readonly name: BackendName;
}

/** Starts the requested backend, or `wasm` if this machine cannot run it; must be awaited before a model runs. */
export async function startBackend(): Promise<ActiveBackend> {
  const { name, onFallback } = requestedBackend();
  if (name === 'wasm') return start(name);
  try {
    return await start(name);
  } catch (reason) {
    onFallback(reason);
    requestBackend('wasm', onFallback);
    return start('wasm');
  }
}

async function start(name: BackendName): Promise<ActiveBackend> {
  const device = await backends[name].start();
  if (device.limitation) requestedBackend().onFallback(device.limitation);
  return { name, ...device };
}
