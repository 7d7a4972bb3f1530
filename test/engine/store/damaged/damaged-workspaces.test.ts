import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../../electron/engine/model/kernels/register.ts';
import { errorsOf, TASKS, type Task } from './ask.ts';
import {
  append,
  asFile,
  asFolder,
  type Damage,
  edit,
  remove,
  setWeight,
  sql,
  truncate,
  withoutMetadata,
  write,
} from './damages.ts';
import { INTERRUPTED, PREDICTION, prepareWorkspace, RUN, TEXT_RUN } from './prepare.ts';

/** What is damaged, how, the code of at least one error (null if there need not be one), and jobs to run. */
type Case = readonly [string, Damage, string | null, ...Task[]];

const MODEL = `models/${RUN}/model.safetensors`;
const CHECKPOINT = `models/${INTERRUPTED}/checkpoints/last.safetensors`;

const DATABASE: readonly Case[] = [
  ['the database is cut off', truncate('workspace.db', 5000), 'WORKSPACE_DAMAGED'],
  ['the database is empty', truncate('workspace.db', 0), 'WORKSPACE_DAMAGED'],
  ['the database is a text', write('workspace.db', 'no database'.repeat(500)), 'WORKSPACE_DAMAGED'],
  ['its version is negative', sql('PRAGMA user_version = -5'), 'WORKSPACE_DAMAGED'],
  ['its version is 0', sql('PRAGMA user_version = 0'), 'WORKSPACE_DAMAGED'],
  ['its version is set back', sql('PRAGMA user_version = 3'), 'WORKSPACE_DAMAGED'],
  ['its version is of the future', sql('PRAGMA user_version = 99'), 'WORKSPACE_NEWER'],
  ['it has the id of another program', sql('PRAGMA application_id = 7'), 'NOT_A_WORKSPACE'],
  ...['all_runs', 'events', 'users', 'segments', 'map_points', 'settings', 'undo_rows'].map(
    (table): Case => [`the table ${table} is missing`, sql(`DROP TABLE ${table}`), 'WORKSPACE_DAMAGED'],
  ),
  ['a view is missing', sql('DROP VIEW runs'), 'WORKSPACE_DAMAGED'],
  ['a column is missing', sql('ALTER TABLE all_maps DROP COLUMN seconds'), 'WORKSPACE_DAMAGED'],
];

const FOLDERS: readonly Case[] = [
  ['jobs is a file', asFile('jobs'), 'WORKSPACE_DAMAGED'],
  ['models is a file', asFile('models'), 'WORKSPACE_DAMAGED'],
  ['exports is a file', asFile('exports'), 'WORKSPACE_DAMAGED'],
  ['temporary is a file', asFile('temporary'), null],
  ['models is missing', remove('models'), 'RUN_NOT_FOUND', 'profile.compute', 'text.classify', 'prediction.score'],
  ['jobs is missing', remove('jobs'), 'JOB_NOT_FOUND'],
  ['watched.json is cut off', write('watched.json', '['), null],
  ['a job record is a folder', asFolder('jobs/job-1/job.json'), 'JOB_NOT_FOUND'],
  ['a job record is cut off', write('jobs/job-1/job.json', '{'), 'JOB_NOT_FOUND'],
  ['a log is a folder', asFolder('jobs/job-1/log.txt'), null],
];

const STORED_JSON: readonly Case[] = [
  ...[
    'all_runs.summary',
    'all_runs.evaluation',
    'segments.definition',
    'all_maps.parameters',
    'clusters.params',
    'clusters.traits',
  ]
    .concat(['imports.mapping', 'imports.source', 'imports.steps', 'imports.columns', 'imports.report'])
    .concat(['rejected_rows.params', 'settings.value'])
    .flatMap((place): Case[] => {
      const [table, column] = place.split('.');
      const set = (value: string) => sql(`UPDATE ${table} SET ${column} = ${value}`);
      return [
        [`${place} is cut off`, set(`'{"a":'`), 'WORKSPACE_DAMAGED'],
        [`${place} has another shape`, set(`'{"a":[1]}'`), null],
      ];
    }),
  ['runs.config is binary', sql("UPDATE all_runs SET config = x'00ff00'"), null, 'train.compare'],
  ['clusters have unknown codes', sql("UPDATE clusters SET code = 'nonsense'"), 'WORKSPACE_DAMAGED'],
  ['rejected rows have unknown reasons', sql("UPDATE rejected_rows SET code = 'nonsense'"), 'WORKSPACE_DAMAGED'],
];

const ROWS: readonly Case[] = [
  ['events are beyond any date', sql('UPDATE events SET time = time + 9000000000000000'), null],
  ['users are missing', sql('DELETE FROM users'), 'WORKSPACE_DAMAGED', 'profile.compute', 'prediction.score'],
  ['items are missing', sql('DELETE FROM items'), null, 'explain.attention'],
  ['events are missing', sql('DELETE FROM events'), null, 'profile.compute'],
  ['vectors are cut off', sql("UPDATE profiles SET vector = x'0000'"), 'WORKSPACE_DAMAGED'],
  ['vectors are empty', sql("UPDATE profiles SET vector = x''"), 'WORKSPACE_DAMAGED'],
  ['a vector is shorter', sql("UPDATE profiles SET vector = x'00000000' WHERE user = 2"), 'WORKSPACE_DAMAGED'],
  ['places are texts', sql("UPDATE map_points SET x = 'here', cluster = 'there'"), null],
  ['scores are of unknown classes', sql('UPDATE scores SET class = class + 1000'), null],
  ['times of creation are texts', sql("UPDATE all_runs SET created = 'x'; UPDATE segments SET created = 'x'"), null],
  ['times of creation are beyond any date', sql('UPDATE segments SET created = 9e18'), null],
];

const RUN_FILES: readonly Case[] = [
  ...['config.json', 'vocabulary.json', 'run.json', 'training.jsonl'].flatMap((name): Case[] => [
    [`${name} is not JSON`, write(`models/${RUN}/${name}`, 'TOPSECRET=1\n'), 'RUN_DAMAGED', 'explain.attention'],
    [`${name} has another shape`, write(`models/${RUN}/${name}`, '{"a":[1]}\n'), 'RUN_DAMAGED', 'train.compare'],
    [`${name} is a folder`, asFolder(`models/${RUN}/${name}`), 'RUN_DAMAGED'],
  ]),
  ['config.json is missing', remove(`models/${RUN}/config.json`), 'RUN_NOT_FOUND', 'explain.attention'],
  ['vocabulary.json is missing', remove(`models/${RUN}/vocabulary.json`), 'RUN_DAMAGED', 'explain.attention'],
  ['run.json is missing', remove(`models/${RUN}/run.json`), 'RECORD_NOT_FOUND'],
  ['training.jsonl is missing', remove(`models/${RUN}/training.jsonl`), null, 'train.compare'],
  ['training.jsonl has a broken line', edit(`models/${RUN}/training.jsonl`, '"step"', '"st\n"'), 'RUN_DAMAGED'],
  [
    'the width is another',
    edit(`models/${RUN}/config.json`, /"width": 16/g, '"width": 32'),
    'MODEL_DAMAGED',
    'explain.attention',
  ],
  ['the heads are uneven', edit(`models/${RUN}/config.json`, /"heads": 2/g, '"heads": 3'), 'RUN_DAMAGED'],
  [
    'the vocabulary has a token more',
    edit(`models/${RUN}/vocabulary.json`, /"values": \[/, '"values": [999,'),
    'RUN_DAMAGED',
  ],
  ['the weights are missing', remove(MODEL), 'RUN_UNFINISHED', 'explain.attention'],
  ['the weights are cut off', truncate(MODEL, 500), 'MODEL_DAMAGED', 'explain.attention'],
  ['the weights are a folder', asFolder(MODEL), 'MODEL_DAMAGED', 'explain.attention'],
  ['a weight is not a number', setWeight(MODEL, 'embeddings.item', Number.NaN), 'MODEL_DAMAGED', 'profile.compute'],
  [
    'a weight is infinite',
    setWeight(MODEL, 'embeddings.item', Number.NEGATIVE_INFINITY),
    'MODEL_DAMAGED',
    'profile.compute',
  ],
  ['the ranks are garbage', write(`models/${RUN}/evaluation/ranks.csv`, '\0\0\0"'), null, 'train.compare'],
  [
    'the text run lacks its settings',
    write(`models/${TEXT_RUN}/config.json`, '{"kind":"text"}'),
    'RUN_DAMAGED',
    'text.classify',
  ],
  ['the words are missing', write(`models/${TEXT_RUN}/vocabulary.json`, ''), 'RUN_DAMAGED', 'text.classify'],
  [
    'the classes of ratings are missing',
    write(`models/${TEXT_RUN}/head.json`, '{"classes":[]}'),
    'RUN_DAMAGED',
    'text.classify',
  ],
  ['the rating heads are missing', remove(`models/${TEXT_RUN}/head.json`), 'RUN_WITHOUT_RATINGS', 'text.classify'],
  ['prediction.json is not JSON', write(`models/${PREDICTION}/prediction.json`, 'x'), 'PREDICTION_DAMAGED'],
  ['prediction.json is missing', remove(`models/${PREDICTION}/prediction.json`), 'RUN_NOT_FOUND'],
  ['scorer.json is not JSON', write(`models/${PREDICTION}/scorer.json`, 'x'), 'PREDICTION_DAMAGED', 'prediction.score'],
  [
    'the scorer is cut off',
    truncate(`models/${PREDICTION}/scorer.safetensors`, 9),
    'PREDICTION_DAMAGED',
    'prediction.score',
  ],
  ['search.json has another shape', write('models/search-1/search.json', '{}'), 'RUN_DAMAGED'],
  ['trials.jsonl has a broken line', append('models/search-1/trials.jsonl', 'x\n'), 'RUN_DAMAGED'],
  ['the checkpoint is cut off', truncate(CHECKPOINT, 100), 'MODEL_DAMAGED', 'train.start'],
  [
    'the checkpoint is not finite',
    setWeight(CHECKPOINT, 'weight/embeddings.item', Number.NaN),
    'MODEL_DAMAGED',
    'train.start',
  ],
  ['the checkpoint lacks its state', withoutMetadata(CHECKPOINT), 'RUN_DAMAGED', 'train.start'],
];

const CASES = [...DATABASE, ...FOLDERS, ...STORED_JSON, ...ROWS, ...RUN_FILES];

describe('a workspace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-test-'));
  const prepared = join(folder, 'shop.portrait');

  beforeAll(async () => {
    await startWasm();
    await prepareWorkspace(prepared);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('that is intact answers all calls', async () => {
    expect(CASES.length).toBeGreaterThan(90);
    expect(await errorsOf(prepared, () => {}, Object.keys(TASKS) as Task[])).toEqual({});
  });

  const cases = CASES.map(([what, damage, code, ...tasks]) => ({ what, damage, code, tasks }));
  it.each(cases)(
    'of which $what has an error code for it, and no unexpected error',
    async ({ damage, code, tasks }) => {
      const errors = await errorsOf(prepared, damage, tasks);
      expect(Object.entries(errors).filter(([, each]) => each === 'INTERNAL')).toEqual([]);
      if (code !== null) expect(Object.values(errors)).toContain(code);
    },
  );
});
