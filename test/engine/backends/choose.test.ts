import { describe, expect, it } from 'vitest';
import { choose } from '../../../electron/engine/backends/choose.ts';
import type { BackendReport } from '../../../shared/contract/backends.ts';

const right: BackendReport = { name: 'wasm', device: 'a processor', software: false, rate: 1000, error: null };
const gpu: BackendReport = { ...right, name: 'webgpu', device: 'a GPU', rate: 1500 };
const error = { code: 'BACKEND_WRONG', message: '', hint: '' };

describe('the backend that models run on', () => {
  it('is WebAssembly where nothing is known', () => {
    expect(choose('auto', [], 2)).toBe('wasm');
  });

  it('is the fastest', () => {
    expect(choose('auto', [right, gpu], 1)).toBe('webgpu');
    expect(choose('auto', [gpu, right], 1)).toBe('webgpu');
    expect(choose('auto', [right, { ...gpu, rate: 900 }], 1)).toBe('wasm');
  });

  it('is WebAssembly where its threads together are faster than another alone', () => {
    expect(choose('auto', [right, gpu], 2)).toBe('wasm');
    expect(choose('auto', [right, { ...gpu, rate: 1800 }], 2)).toBe('webgpu');
  });

  it('is never by itself one whose numbers are wrong, that cannot be started, or that only plays a GPU', () => {
    expect(choose('auto', [right, { ...gpu, rate: 1e6, error }], 1)).toBe('wasm');
    expect(choose('auto', [right, { ...gpu, device: null, rate: null, error }], 1)).toBe('wasm');
    expect(choose('auto', [right, { ...gpu, rate: 1e6, software: true }], 1)).toBe('wasm');
    expect(choose('auto', [{ ...right, rate: null, error }], 1)).toBe('wasm');
  });

  it('is the one that was wished for, however slow, unless it could not be started', () => {
    expect(choose('webgpu', [right, { ...gpu, software: true }], 8)).toBe('webgpu');
    expect(choose('wasm', [right, { ...gpu, rate: 1e9 }], 1)).toBe('wasm');
    expect(choose('webgpu', [right, { ...gpu, rate: null, error }], 1)).toBe('webgpu');
    expect(choose('webgpu', [right, { ...gpu, device: null, rate: null, error }], 1)).toBe('wasm');
  });
});
