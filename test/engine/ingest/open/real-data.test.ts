import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../../support/data.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { zipOf } from '../../../support/zip.ts';
import { fileWith, importFiles } from '../import-helpers.ts';

const rees46 = sharedData('rees46/2019-Oct.csv');

describe.skipIf(rees46 === null)('a real export', () => {
  const csv = () => readFileSync(rees46!);
  const documents = () => {
    const [header = '', ...rows] = csv().toString().trim().split('\n');
    const names = header.split(',');
    const whole = rows.map((row) => row.split(',')).filter((cells) => cells.length === names.length);
    return whole
      .map((cells) => JSON.stringify(Object.fromEntries(names.map((name, c) => [name, cells[c]]))))
      .join('\n');
  };

  it.each([
    ['gzip', () => gzipSync(csv()), 1],
    ['zip', () => zipOf([{ name: '2019-Oct.csv', data: csv() }]), 1],
    ['UTF-16', () => Buffer.from(`\ufeff${csv()}`, 'utf16le'), 1],
    ['NDJSON', documents, 0],
  ])('has the same events as %s', async (_, content, rejected) => {
    const workspace = testWorkspace();
    const result = await importFiles(workspace, [fileWith(workspace, content(), 'export')]);
    expect(result).toMatchObject({ events: 17_429, duplicates: 5, rejected, users: 4504 });
    expect(result.files[0]?.preset).toBe('rees46');
  });
});
