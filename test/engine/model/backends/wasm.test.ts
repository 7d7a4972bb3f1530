import { afterEach, describe, expect, it, vi } from 'vitest';
import { requestBackend } from '../../../../electron/engine/model/backends/backend-request.ts';
import { startBackend } from '../../../../electron/engine/model/backends/index.ts';
import { startWasm } from '../../../../electron/engine/model/kernels/register.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  requestBackend('wasm', () => {});
  await startWasm([]);
  await startWasm();
});

describe('WebAssembly without SIMD', () => {
  it('starts, and reports what is missing', async () => {
    const reasons: unknown[] = [];
    requestBackend('wasm', (reason) => reasons.push(reason));
    await startWasm([]);
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    const started = await startBackend();
    expect(started).toMatchObject({ name: 'wasm', limitation: { code: 'KERNELS_UNSUPPORTED' } });
    expect(reasons).toEqual([started.limitation]);
  });
});
