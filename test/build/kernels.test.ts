import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileAssembly } from '../../build/assembly.ts';
import { testFolder } from '../support/folder.ts';

const from = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe('the build of the kernels', () => {
  it('consists of two modules of less than 32 kB', () => {
    const folder = from('electron/engine/model/kernels');
    const modules = readdirSync(folder).filter((name) => name.endsWith('.wasm'));
    expect(modules.sort()).toEqual(['kernels-simd.wasm', 'kernels.wasm']);
    for (const name of modules) expect(statSync(join(folder, name)).size, name).toBeLessThanOrEqual(32_768);
  });

  it('fails if a module exceeds the size limit', () => {
    const out = join(testFolder(), 'limits.wasm');
    const compile = () => compileAssembly(from('bench/assembly/limits.ts'), out, { relaxed: true, mostBytes: 64 });
    expect(compile).toThrow(/limits\.wasm has \d+ bytes; the limit is 64/);
  });
});
