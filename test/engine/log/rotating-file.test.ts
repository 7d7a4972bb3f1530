import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lastLines } from '../../../electron/engine/log/last-lines.ts';
import { RotatingFile } from '../../../electron/engine/log/rotating-file.ts';
import { testFolder } from '../../support/folder.ts';

describe('a rotating file', () => {
  it('is renamed once it is full, and only some earlier files are kept', () => {
    const folder = testFolder();
    const file = new RotatingFile(join(folder, 'logs', 'engine.log'), { maxSize: 30, earlierFiles: 2 });
    for (let i = 0; i < 20; i++) file.write(`entry ${i}\n`);
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['engine.1.log', 'engine.2.log', 'engine.log']);
    for (const path of file.paths()) expect(statSync(path).size).toBeLessThanOrEqual(30 + 'entry 19\n'.length);
    expect(readFileSync(file.path, 'utf8')).toContain('entry 19');
    expect(lastLines(file.paths(), 6)).toEqual([14, 15, 16, 17, 18, 19].map((i) => `entry ${i}`));
  });

  it.skipIf(process.platform === 'win32')('is readable by its owner only', () => {
    const file = new RotatingFile(join(testFolder(), 'engine.log'));
    file.write('entry\n');
    expect(statSync(file.path).mode & 0o777).toBe(0o600);
  });

  it('reports that it cannot be written, without throwing', () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
    const file = new RotatingFile(join(folder, 'logs', 'engine.log'));
    file.write('entry\n');
    expect(file.isWritable).toBe(false);
    expect(lastLines(file.paths(), 5)).toEqual([]);
  });
});
