import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expandFiles } from '../../../../electron/engine/ingest/open/expand-files.ts';
import { testEngine } from '../../../support/engine.ts';
import { testFolder } from '../../../support/folder.ts';
import { CSV } from './open-test-file.ts';

function folderWith(...names: string[]): string {
  const folder = testFolder();
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), CSV);
  }
  return folder;
}

const NAMES = [
  'part-10.csv',
  'part-2.csv',
  'a/part-1.csv',
  '.hidden.csv',
  '.git/x.csv',
  '_SUCCESS',
  'README.md',
  'b[1].csv',
];

/** Expands a path in a folder with these names; returns relative paths. */
function of(path: string): string[] {
  const folder = folderWith(...NAMES, 'old.portrait/workspace.csv');
  return expandFiles(join(folder, path)).map((file) => relative(folder, file).replaceAll('\\', '/'));
}

describe('a path stands for', () => {
  it('itself, whether it exists or not', () => {
    expect(of('part-2.csv')).toEqual(['part-2.csv']);
    expect(of('b[1].csv')).toEqual(['b[1].csv']);
    expect(of('none.csv')).toEqual(['none.csv']);
  });

  it('the tables of a folder, in numeric order', () => {
    expect(of('.')).toEqual(['a/part-1.csv', 'b[1].csv', 'part-2.csv', 'part-10.csv']);
  });

  it('the files that match it', () => {
    expect(of('*.csv')).toEqual(['b[1].csv', 'part-2.csv', 'part-10.csv']);
    expect(of('**/part-1*.csv')).toEqual(['a/part-1.csv', 'part-10.csv']);
    expect(of('part-{2,10}.csv')).toEqual(['part-2.csv', 'part-10.csv']);
  });

  it('an error if there are none', () => {
    expect(() => of('*.parquet')).toThrow(expect.objectContaining({ code: 'FILE_NOT_FOUND' }));
    expect(() => expandFiles(testFolder())).toThrow(expect.objectContaining({ code: 'FILE_NOT_FOUND' }));
  });

  it.for([
    ['thousands of braces', '{a,b}'.repeat(30)],
    ['braces in braces', '{a,{b,{c,d}}}'.repeat(9)],
    ['a long range', 'part-{1..100000000}.csv'],
    ['many stars', '*a'.repeat(19)],
    ['a long text', `*${'x'.repeat(70_000)}`],
  ])('too many names: %s are refused at once', ([, pattern]) => {
    expect(() => of(pattern!)).toThrow(expect.objectContaining({ code: 'PATTERN_TOO_BROAD' }));
  });

  it('the files of its braces, and none if brackets are not closed or contain a NUL', () => {
    expect(of('{a,.}/part-{1..12}.csv')).toEqual(['a/part-1.csv', 'part-2.csv', 'part-10.csv']);
    for (const pattern of ['{'.repeat(2000), '[a-'.repeat(100), '*\0*', '**/'.repeat(50).concat('none')]) {
      expect(() => of(pattern)).toThrow(expect.objectContaining({ code: 'FILE_NOT_FOUND' }));
    }
  });

  it('its files in an import and in a preview', async () => {
    const { client, home } = testEngine();
    const folder = folderWith('exports/part-1.csv', 'exports/part-2.csv', 'exports/notes.md');
    await client.call('workspace.create', { path: join(home, 'shop.portrait') });
    const preview = await client.call('ingest.preview', { file: join(folder, 'exports') });
    expect([preview.mapping.user, preview.bytes]).toEqual(['user', CSV.length]);
    const result = await client.run('ingest.run', { files: [{ file: join(folder, '**/*.csv') }] });
    expect(result.files.map(({ file }) => relative(folder, file).replaceAll('\\', '/'))).toEqual([
      'exports/part-1.csv',
      'exports/part-2.csv',
    ]);
    await expect(client.run('ingest.run', { files: [{ file: join(folder, '*.tsv') }] })).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
    });
  });
});
