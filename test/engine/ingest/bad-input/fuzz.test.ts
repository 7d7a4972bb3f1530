import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examineJob } from '../../../../electron/engine/ingest/examine/examine-job.ts';
import { createWorkspace, openWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { testFolder } from '../../../support/folder.ts';
import { importFiles, jobContext, queryScalar } from '../import-helpers.ts';
import { attempt, importChecked } from './checked-import.ts';
import { independentCount } from './independent-count.ts';
import { mutations } from './mutations.ts';
import { type ImportOptions, importOptions } from './options.ts';
import { SAMPLE_ROWS, samples } from './samples.ts';

/** Number of runs per format; set FUZZ_RUNS and FUZZ_SEED for longer runs by hand. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 3);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);

/** First bytes of supported formats and of some unsupported ones. */
const MAGIC = [
  ...['\x1f\x8b\x08\x00', '\x1f\x8b', '\x28\xb5\x2f\xfd', 'PK\x03\x04', 'PK\x05\x06', 'PAR1', '\xff\xfe', '\xfe\xff'],
  ...[
    '\xef\xbb\xbf',
    '{"',
    '[{"',
    '[',
    '\xd0\xcf\x11\xe0',
    '%PDF',
    'SQLite format 3\0',
    'ORC',
    'Obj\x01',
    'user,time\n',
  ],
];

const VALID =
  'user_id,event_time,event_type,product_id\nz,2024-05-01 10:00:00,view,i1\nz,2024-05-01 10:00:01,view,i2\n';

/** Imports bytes under a file name into a new workspace with the given options; then imports a valid file. */
async function importFuzzed(bytes: Buffer, ending: string, { file: options, before, examine, ...rest }: ImportOptions) {
  const folder = testFolder();
  const file = join(folder, `mangled.${ending}`);
  writeFileSync(file, bytes);
  writeFileSync(join(folder, 'valid.csv'), VALID);
  const workspace = createWorkspace(join(folder, 'shop.portrait'));
  try {
    if (before) await importFiles(workspace, [join(folder, 'valid.csv')]);
    const request = { file, ...options };
    if (examine) {
      const { cleaning = {} } = rest;
      const input = { files: [request], cleaning, synthetic: false, dryRun: false, presets: [] };
      await attempt(workspace, () => examineJob(input, jobContext(workspace)));
    }
    const outcome = await importChecked(workspace, request, rest);
    if ('result' in outcome && outcome.result.files.length === 1) {
      const count = independentCount(bytes, outcome.result.files[0]!);
      if (count !== null) expect(outcome.result.rows).toBe(count);
    }
    if (!before) {
      const had = Number(queryScalar(workspace, 'SELECT count(*) FROM events'));
      await importFiles(workspace, [join(folder, 'valid.csv')]);
      expect(queryScalar(workspace, 'SELECT count(*) FROM events')).toBe(had + 2);
    }
    return outcome;
  } finally {
    workspace.close();
    openWorkspace(workspace.path).close();
  }
}

const settings = { numRuns: RUNS, seed: SEED };
const timeout = 60_000 + RUNS * 3000;

describe('a mangled file is refused with a code, or every row of it is accounted for', { timeout }, () => {
  it.for(Object.entries(samples))('when it was %s', async ([, { ending, make, pack }]) => {
    const sample = await make();
    const places = fc.boolean().map((inside) => inside && pack !== undefined);
    const property = fc.asyncProperty(mutations, places, importOptions, async (mutate, inside, options) => {
      await importFuzzed(inside ? pack!(mutate) : mutate(sample), ending, options);
    });
    await fc.assert(property, settings);
  });

  it('also if only its beginning matches the format', async () => {
    const starts = fc.constantFrom(...MAGIC.map((bytes) => Buffer.from(bytes, 'latin1')));
    const property = fc.asyncProperty(
      starts,
      fc.uint8Array({ maxLength: 2000 }),
      importOptions,
      async (start, rest, options) => {
        await importFuzzed(Buffer.concat([start, rest]), 'csv', options);
      },
    );
    await fc.assert(property, { ...settings, numRuns: 2 * RUNS });
  });
});

describe('the unchanged samples', () => {
  it.for(Object.entries(samples))('are imported whole: %s', async ([name, { ending, make, pack }]) => {
    const plain = { file: {}, before: false, examine: false };
    const rows = name === 'zip' ? 2 * SAMPLE_ROWS : SAMPLE_ROWS;
    const whole = { result: { rows, rejected: 0, dropped: 0 } };
    expect(await importFuzzed(await make(), ending, plain)).toMatchObject(whole);
    if (pack)
      expect(
        await importFuzzed(
          pack((data) => data),
          ending,
          plain,
        ),
      ).toMatchObject(whole);
  });
});
