import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewFile } from '../../../../electron/engine/ingest/detect/preview.ts';
import { examineJob } from '../../../../electron/engine/ingest/examine/examine-job.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { importFiles, jobContext } from '../import-helpers.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/presets');
const filesOf = (folder: string) =>
  readdirSync(join(FIXTURES, folder)).map((name) => ({ file: join(FIXTURES, folder, name) }));

describe('files of a preset', () => {
  it.each(['olist', 'shopify', 'segment', 'retailrocket', 'ml-1m'])(
    'of %s are examined together, and the check predicts the import',
    async (folder) => {
      const workspace = testWorkspace();
      const files = filesOf(folder);
      const examined = await examineJob({ files }, jobContext(workspace));
      const errors = examined.files.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
      expect(errors).toEqual([]);
      const { seconds: _, files: foretold, ...counts } = examined.result!;
      const { seconds: __, files: done, ...imported } = await importFiles(workspace, files);
      expect(counts).toEqual(imported);
      expect(foretold).toEqual(done.map((file) => ({ ...file, import: null })));
    },
  );

  it('can be previewed one by one, also those that need another', async () => {
    for (const request of filesOf('olist')) {
      expect(await previewFile(request)).toMatchObject({ preset: 'olist', missing: [] });
    }
  });
});
