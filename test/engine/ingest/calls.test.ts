import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testEngine } from '../../support/engine.ts';

const CSV = 'user,time,action,item\na,2024-05-01 10:00:00,view,i1\na,soon,view,i2\nb,2024-05-01 11:00:00,view,i1,9\n';

async function engineWith(content: string) {
  const { client, home } = testEngine();
  await client.call('workspace.create', { path: join(home, 'shop.portrait') });
  const file = join(home, 'export.csv');
  writeFileSync(file, content);
  return { client, file };
}

describe('the methods of ingest', () => {
  it('preview, import, list imports and export rejected rows', async () => {
    const { client, file } = await engineWith(CSV);
    expect(await client.call('ingest.preview', { file })).toMatchObject({
      file,
      kind: 'events',
      header: true,
      missing: [],
    });
    const result = await client.run('ingest.run', { files: [{ file }] });
    expect(result).toMatchObject({ rows: 3, events: 1, rejected: 2, users: 1 });
    const { imports } = await client.call('ingest.imports', {});
    expect(imports).toMatchObject([{ import: 1, rows: 3, events: 1, rejected: 2, metadataRows: 0, kind: 'events' }]);
    expect(await client.call('ingest.rejected', { import: 1, offset: 1 })).toEqual({
      total: 2,
      rows: [
        {
          line: 4,
          reason: { code: 'column-count', params: { count: 5, expected: 4 } },
          text: 'b,2024-05-01 11:00:00,view,i1,9',
        },
      ],
    });
    expect(await client.call('workspace.info', {})).toMatchObject({ workspace: { events: 1, users: 1, imports: 1 } });
  });

  it('fail with the same code as the import', async () => {
    const { client, file } = await engineWith('label,review\n1,good\n');
    await expect(client.run('ingest.run', { files: [{ file }] })).rejects.toMatchObject({ code: 'MAPPING_INCOMPLETE' });
    await expect(client.call('ingest.preview', { file: `${file}.gone` })).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
    });
    await expect(client.call('ingest.rejected', { import: 7 })).rejects.toMatchObject({ code: 'IMPORT_NOT_FOUND' });
  });
});
