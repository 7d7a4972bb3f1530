import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { importJob } from '../../../../electron/engine/ingest/import-job.ts';
import { expandFiles } from '../../../../electron/engine/ingest/open/expand-files.ts';
import { createWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { testFolder } from '../../../support/folder.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { importFiles, jobContext, queryScalar } from '../import-helpers.ts';
import { attempt } from './checked-import.ts';
import { expectRefused, HEADER, importAlone, nastyFile, ROWS } from './nasty.ts';

const posix = process.platform !== 'win32';

describe('a path that is no regular file is refused at once:', () => {
  it('a missing file or an invalid name', async () => {
    const folder = testFolder();
    await expectRefused(join(folder, 'gone.csv'), 'FILE_NOT_FOUND');
    await expectRefused(`${folder}/a\0b.csv`, 'FILE_NOT_FOUND');
    await expectRefused(join(folder, `${'x'.repeat(5000)}.csv`), 'FILE_NOT_FOUND');
  });

  it.skipIf(!posix)('a pipe, a device or a pseudo-file of the system', async () => {
    const pipe = join(testFolder(), 'pipe.csv');
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    await expectRefused(pipe, 'FILE_UNREADABLE');
    await expectRefused('/dev/zero', 'FILE_UNREADABLE');
    await expectRefused('/dev/null', 'FILE_UNREADABLE');
    if (process.platform === 'linux') await expectRefused('/proc/self/status', 'FILE_EMPTY');
  });

  it.skipIf(!posix)('circular links', async () => {
    const folder = testFolder();
    symlinkSync(join(folder, 'b'), join(folder, 'a'));
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    await expectRefused(join(folder, 'a'), 'FILE_UNREADABLE');
  });

  it('a folder without tables', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'notes.md'), 'none');
    expect(() => expandFiles(folder)).toThrow(expect.objectContaining({ code: 'FILE_NOT_FOUND' }));
    await expectRefused(folder, 'FILE_UNREADABLE');
  });
});

it.skipIf(!posix)('a folder that links to itself is read once', async () => {
  const folder = testFolder();
  mkdirSync(join(folder, 'in'));
  symlinkSync(folder, join(folder, 'in/again'));
  writeFileSync(join(folder, 'in/a.csv'), HEADER + ROWS);
  for (const path of [folder, join(folder, '**/*.csv')]) expect(expandFiles(path)).toEqual([join(folder, 'in/a.csv')]);
});

describe('a file may have any name', () => {
  const names = ["it's.csv", 'a;b, c%s$x`y`.csv', '中文 ünï 👩‍👩‍👧.csv', '--help.csv', '[a]{b,c}!.csv', '#1?.csv'];
  it.for([...names, ...(posix ? ['new\nline\ttab.csv', '"quoted".csv', 'back\\slash*.csv'] : [])])(
    '%j',
    async (name) => {
      if (!posix && /["?*]/.test(name)) return;
      expect((await importAlone(nastyFile(HEADER + ROWS, name))).result).toMatchObject({ rows: 2, events: 2 });
    },
  );

  it.for(['*', '[ab]', ...(posix ? ['?', '\\*'] : [])])('and only it is read, whatever %s would match', async (odd) => {
    if (!posix && odd === '*') return;
    const folder = testFolder();
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    await duck.run(`COPY (SELECT 'a' AS "user", '2024-05-01' AS time) TO '${folder}/xa.parquet' (FORMAT parquet)`);
    duck.closeSync();
    writeFileSync(join(folder, 'xa.csv'), HEADER + ROWS + ROWS.replaceAll('i', 'j'));
    writeFileSync(join(folder, `x${odd}.csv`), HEADER + ROWS);
    cpSync(join(folder, 'xa.parquet'), join(folder, `x${odd}.parquet`));
    expect((await importAlone(join(folder, `x${odd}.csv`))).result).toMatchObject({ rows: 2, events: 2 });
    expect((await importAlone(join(folder, `x${odd}.parquet`))).result).toMatchObject({ rows: 1, events: 1 });
  });

  it('and so may the workspace and its folder', async () => {
    const folder = join(testFolder(), "o'neill; 中 %20");
    mkdirSync(folder);
    const workspace = createWorkspace(join(folder, "it's.portrait"));
    const made = await importFiles(workspace, [nastyFile(HEADER + ROWS)]);
    workspace.close();
    expect(made.events).toBe(2);
  });
});

describe('a file that changes while it is read is refused, and nothing is imported', () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `u${i % 99},2024-05-01 10:00:00,view,i${i},1\n`).join('');
  const documents = Array.from({ length: 20_000 }, (_, i) => `{"user":"u${i}","time":"2024-05-01"}\n`).join('');
  const contents = { 'a.csv': HEADER + rows, 'a.csv.gz': gzipSync(HEADER + rows), 'a.ndjson': documents };
  const changes = {
    grows: (path: string) => appendFileSync(path, 'z,2024-05-01 10:00:00,view,i1,1\n'),
    'is cut off': (path: string) => truncateSync(path, statSync(path).size - 1000),
    'is emptied': (path: string) => truncateSync(path, 0),
    'is written anew': (path: string) => writeFileSync(path, 'x\n'.repeat(100_000)),
    vanishes: (path: string) => rmSync(path),
  };
  const cases = Object.entries(contents).flatMap(([name, content]) =>
    Object.entries(changes).map(([what, change]) => ({ name, content, what, change })),
  );

  it.for(cases)('$name, which $what', async ({ name, content, what, change }) => {
    const file = nastyFile(content, name);
    const workspace = testWorkspace();
    let done = false;
    const progress = () => {
      if (!done) change(file);
      done = true;
    };
    const outcome = await attempt(workspace, () =>
      importJob({ files: [{ file }] }, jobContext(workspace, { progress })),
    );
    expect(done).toBe(true);
    expect(outcome).toMatchObject({ error: { code: what === 'vanishes' ? 'FILE_NOT_FOUND' : 'FILE_CHANGED' } });
    expect(queryScalar(workspace, 'SELECT (SELECT count(*) FROM imports) + (SELECT count(*) FROM users)')).toBe(0);
  });

  it.for(Object.entries(changes))('a file that waits for another, and %s', async ([what, change]) => {
    const [first, second] = [nastyFile(HEADER + rows), nastyFile(HEADER + rows)];
    const workspace = testWorkspace();
    let done = false;
    const progress = ({ stage }: { stage: string }) => {
      if (!done && stage === 'import.read') change(second);
      done ||= stage === 'import.read';
    };
    const outcome = await attempt(workspace, () =>
      importJob({ files: [{ file: first }, { file: second }] }, jobContext(workspace, { progress })),
    );
    expect(done).toBe(true);
    expect(outcome).toMatchObject({ error: { code: what === 'vanishes' ? 'FILE_NOT_FOUND' : 'FILE_CHANGED' } });
    expect(queryScalar(workspace, 'SELECT (SELECT count(*) FROM imports) + (SELECT count(*) FROM users)')).toBe(0);
  });
});
