import { describe, expect, it } from 'vitest';
import { choose } from '../../../electron/engine/backends/choose.ts';
import type { BackendReport } from '../../../shared/contract/backends.ts';

const right: BackendReport = { name: 'wasm', device: 'a processor', software: false, rate: 1000, error: null };
const gpu: BackendReport = { ...right, name: 'webgpu', device: 'a GPU', rate: 1500 };
const error = { code: 'BACKEND_WRONG', message: '', hint: '' };

describe('the backend that models run on', () => {
  it('is WebAssembly if nothing has been measured', () => {
    expect(choose('auto', [], 2)).toBe('wasm');
  });

  it('is the fastest one', () => {
    expect(choose('auto', [right, gpu], 1)).toBe('webgpu');
    expect(choose('auto', [gpu, right], 1)).toBe('webgpu');
    expect(choose('auto', [right, { ...gpu, rate: 900 }], 1)).toBe('wasm');
  });

  it('is WebAssembly if its threads together are faster than another backend', () => {
    expect(choose('auto', [right, gpu], 2)).toBe('wasm');
    expect(choose('auto', [right, { ...gpu, rate: 1800 }], 2)).toBe('webgpu');
  });

  it('is never automatically one with wrong results, one that failed to start, or a software GPU', () => {
    expect(choose('auto', [right, { ...gpu, rate: 1e6, error }], 1)).toBe('wasm');
    expect(choose('auto', [right, { ...gpu, device: null, rate: null, error }], 1)).toBe('wasm');
    expect(choose('auto', [right, { ...gpu, rate: 1e6, software: true }], 1)).toBe('wasm');
    expect(choose('auto', [{ ...right, rate: null, error }], 1)).toBe('wasm');
  });

  it('is the requested one, however slow, unless it failed to start', () => {
    expect(choose('webgpu', [right, { ...gpu, software: true }], 8)).toBe('webgpu');
    expect(choose('wasm', [right, { ...gpu, rate: 1e9 }], 1)).toBe('wasm');
    expect(choose('webgpu', [right, { ...gpu, rate: null, error }], 1)).toBe('webgpu');
    expect(choose('webgpu', [right, { ...gpu, device: null, rate: null, error }], 1)).toBe('wasm');
  });
});
