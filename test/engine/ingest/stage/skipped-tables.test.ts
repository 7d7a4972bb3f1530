import { describe, expect, it } from 'vitest';
import { examineJob } from '../../../../electron/engine/ingest/examine/examine-job.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { zipOf } from '../../../support/zip.ts';
import { fileWith, importFiles, jobContext, queryScalar } from '../import-helpers.ts';

const events = 'user_id,time,action\na,2024-05-01 10:00:00,view\n';
const notes = 'country,population\nDE,84\nFR,68\n';

describe('an archive with a table without users', () => {
  const archive = () =>
    zipOf([
      { name: 'countries.csv', data: notes },
      { name: 'events.csv', data: events },
    ]);

  it('is imported without that table, which is reported', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, archive(), 'export.zip');
    const result = await importFiles(workspace, [file]);
    expect(result).toMatchObject({ rows: 1, events: 1, files: [{ source: { inner: 'events.csv' } }] });
    expect(result.skippedTables).toMatchObject([
      { file, inner: 'countries.csv', error: { code: 'MAPPING_INCOMPLETE' } },
    ]);
    expect(queryScalar(workspace, 'SELECT count(*) FROM imports')).toBe(1);
  });

  it('is refused if that table is requested, or is the only one', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, archive(), 'export.zip');
    await expect(importFiles(workspace, [{ file, inner: 'countries.csv' }])).rejects.toMatchObject({
      code: 'MAPPING_INCOMPLETE',
    });
    const only = fileWith(workspace, zipOf([{ name: 'countries.csv', data: notes }]), 'only.zip');
    await expect(importFiles(workspace, [only, file])).rejects.toMatchObject({ code: 'MAPPING_INCOMPLETE' });
    expect(queryScalar(workspace, 'SELECT count(*) FROM imports')).toBe(0);
  });

  it('is examined with a warning, and with the result of the import', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, archive(), 'export.zip');
    const { files, result } = await examineJob({ files: [{ file }] }, jobContext(workspace));
    expect(files[0]?.problems).toMatchObject([{ code: 'not-importable', severity: 'warning' }]);
    expect(files[1]?.report?.rows).toBe(1);
    expect(result).toMatchObject({ events: 1, skippedTables: [{ inner: 'countries.csv' }] });
  });
});
