import { appendFileSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Spool } from '../../../../electron/engine/ingest/live/spool.ts';
import { testFolder } from '../../../support/folder.ts';

const linesOf = (files: readonly string[]) => files.flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'));

describe('a spool', () => {
  it('has lines on disk, in the order of the calls, when they are acknowledged', async () => {
    const spool = new Spool(testFolder());
    await Promise.all([spool.append(['a', 'b']), spool.append(['c']), spool.append([]), spool.append(['d'])]);
    expect(linesOf(await spool.seal())).toEqual(['a', 'b', 'c', 'd']);
  });

  it('writes to another file after it was sealed, and deletes those that were read', async () => {
    const spool = new Spool(testFolder());
    await spool.append(['a']);
    const first = await spool.seal();
    await spool.append(['b']);
    spool.remove(first);
    expect(linesOf(await spool.seal())).toEqual(['b']);
    expect(spool.bytes()).toBe(2);
  });

  it('has the lines of an earlier process, without one that was being written when it was killed', async () => {
    const folder = testFolder();
    const earlier = new Spool(folder);
    await earlier.append(['a', 'b']);
    const [file] = await earlier.seal();
    appendFileSync(file!, `${'x'.repeat(200_000)}`);
    const spool = new Spool(folder);
    await spool.append(['c']);
    expect(linesOf(await spool.seal())).toEqual(['a', 'b', 'c']);
  });

  it('deletes a file in which no line is complete', async () => {
    const folder = testFolder();
    appendFileSync(`${folder}/000000000001.ndjson`, '{"half');
    expect(new Spool(folder).sealedFiles()).toEqual([]);
  });
});
