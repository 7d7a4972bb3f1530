import { afterEach, describe, expect, it, vi } from 'vitest';
import { startProbe } from '../../../electron/engine/backends/start-probe.ts';
import { swiftShader } from '../../support/swiftshader.ts';

const shader = swiftShader();

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the probe of a backend', () => {
  it('reports correct results and a rate for WebAssembly', async () => {
    const { device, rate, error, software } = await startProbe('wasm');
    expect(error).toBeNull();
    expect(device).toMatch(/\w/);
    expect(software).toBe(false);
    expect(rate).toBeGreaterThan(0);
  });

  it.skipIf(!shader)(
    'reports correct results but no rate for a GPU emulated in software',
    { timeout: 200_000 },
    async () => {
      for (const [name, value] of Object.entries(shader ?? {})) vi.stubEnv(name, value);
      const finding = await startProbe('webgpu');
      expect(finding).toEqual({
        ...{ name: 'webgpu', software: true, rate: null, error: null },
        device: expect.stringContaining('SwiftShader'),
      });
    },
  );

  it('reports what is missing if there is no GPU', async () => {
    vi.stubEnv('VK_ICD_FILENAMES', '/nowhere');
    vi.stubEnv('LD_LIBRARY_PATH', '/nowhere');
    const { device, rate, error } = await startProbe('webgpu');
    if (process.platform === 'linux') expect(error?.code).toMatch(/WEBGPU_(NO_ADAPTER|MISSING)/);
    expect(device === null).toBe(error !== null);
    expect(rate === null).toBe(error !== null);
  });

  it('is ended if it does not answer', async () => {
    const { error } = await startProbe('wasm', 1);
    expect(error).toMatchObject({ code: 'BACKEND_DIED', message: 'The backend did not answer within 0.001 seconds.' });
  });
});
