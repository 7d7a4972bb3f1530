import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFileAtomic } from '../../../electron/engine/files/write-file-atomic.ts';
import { testFolder } from '../../support/folder.ts';

describe('an atomic write', () => {
  it('writes several byte arrays in order, and replaces a file', () => {
    const folder = testFolder();
    const file = join(folder, 'weights');
    writeFileAtomic(file, 'earlier');
    writeFileAtomic(file, [Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(3)]);
    expect([...readFileSync(file)]).toEqual([1, 2, 3]);
    expect(readdirSync(folder)).toEqual(['weights']);
  });

  it('that fails leaves the file unchanged and no temporary file', () => {
    const folder = testFolder();
    const file = join(folder, 'weights');
    writeFileAtomic(file, 'earlier');
    const parts = [Uint8Array.of(1)];
    Object.defineProperty(parts, 1, {
      enumerable: true,
      get() {
        throw new Error('no more memory');
      },
    });
    expect(() => writeFileAtomic(file, parts)).toThrow('no more memory');
    expect(readFileSync(file, 'utf8')).toBe('earlier');
    expect(readdirSync(folder)).toEqual(['weights']);
  });

  it('that fails to rename leaves no temporary file', () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'taken', 'inner'), { recursive: true });
    expect(() => writeFileAtomic(join(folder, 'taken'), 'text')).toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('removes a folder that was planted in place of the temporary file', () => {
    const folder = testFolder();
    mkdirSync(join(folder, '.weights.partial/inside'), { recursive: true });
    writeFileAtomic(join(folder, 'weights'), 'new');
    expect(readdirSync(folder)).toEqual(['weights']);
  });

  it('removes the temporary file of a killed process', () => {
    const folder = testFolder();
    writeFileSync(join(folder, '.weights.partial'), 'half');
    writeFileAtomic(join(folder, 'weights'), 'whole');
    expect(readFileSync(join(folder, 'weights'), 'utf8')).toBe('whole');
    expect(readdirSync(folder)).toEqual(['weights']);
  });
});
