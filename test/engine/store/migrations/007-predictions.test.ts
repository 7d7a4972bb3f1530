import { expect, test } from 'vitest';
import { getPrediction, listPredictions } from '../../../../electron/engine/store/models/predictions.ts';
import { listRuns } from '../../../../electron/engine/store/models/runs.ts';
import { migrated, queryPlans } from './databases.ts';

const interval = { value: 0.875, low: 0.8, high: 0.9 };
const prediction = {
  ...{ run: 'run-2', parent: 'run-1', target: { kind: 'returns', days: 14 }, kind: 'classes', users: 5, scored: 9 },
  ...{ scoring: { at: 4, asOf: null, mark: 'v1' }, metric: 'rocAuc', head: interval, linear: interval, base: interval },
  ...{ difference: interval, verdict: 'better', pretrainedUntil: null, seconds: 3 },
};
const reach = { model: { coverage: 0.5, popularity: 0.25, novelty: 2 } };
const evaluation = { run: 'run-1', questions: 60, reach, takenPopularity: 0.75, metrics: { mrr: 0.1 } };
const quoted = (value: unknown) => `'${JSON.stringify(value)}'`;
const ROWS = `
INSERT INTO users (id, name) VALUES (1, 'ann');
INSERT INTO runs (id, created, kind, config, summary, evaluation, title, note, data)
VALUES ('run-1', 1, 'behaviour', '{}', '{"head":1}', ${quoted(evaluation)}, '', '', 'ab'),
       ('run-2', 2, 'head', '{"a":1}', ${quoted(prediction)}, NULL, '回头客', 'n', 'cd'),
       ('run-3', 3, 'head', '{}', ${quoted({ ...prediction, run: 'run-3', scoring: null })}, NULL, '', '', ''),
       ('run-4', 4, 'text', '{}', '{}', '{"run":"run-4"}', '', '', '');
INSERT INTO scores VALUES ('run-2', 1, 0, 0.25);
INSERT INTO imports (id, file, sha256, kind, time_kind, mapping, imported, rows, events, rejected, duplicates, seconds, described)
VALUES (1, 'users.csv', 'cd', 'users', 'none', '{}', 0, 9, 0, 2, 1, 1, 6);
`;

test('migration 7 renames heads to predictions, and keys of summaries, evaluations and imports', () => {
  const db = migrated(7, ROWS);
  expect(db.prepare('SELECT id, kind, config, title, note, data FROM runs ORDER BY id').raw().all()).toEqual([
    ['run-1', 'behaviour', '{}', '', '', 'ab'],
    ['run-2', 'prediction', '{"a":1}', '回头客', 'n', 'cd'],
    ['run-3', 'prediction', '{}', '', '', ''],
    ['run-4', 'text', '{}', '', '', ''],
  ]);
  const { head, scoring, ...unchanged } = prediction;
  const current = { ...unchanged, model: head, title: '回头客', note: 'n', created: 2 };
  expect(getPrediction(db, 'run-2')).toEqual({ ...current, scoring: { at: 4, asOf: null, dataVersion: 'v1' } });
  expect(listPredictions(db).map(({ run, scoring }) => [run, scoring?.dataVersion])).toEqual([
    ['run-3', undefined],
    ['run-2', 'v1'],
  ]);
  const evaluations = db.prepare<[], string | null>('SELECT evaluation FROM runs ORDER BY id').pluck().all();
  expect(evaluations.map((text) => text && JSON.parse(text))).toEqual([
    { run: 'run-1', metrics: { mrr: 0.1 }, testCases: 60, beyondAccuracy: reach, heldOutPopularity: 0.75 },
    null,
    null,
    { run: 'run-4' },
  ]);
  expect(db.prepare('SELECT summary FROM runs WHERE id = ?').pluck().get('run-1')).toBe('{"head":1}');
  expect(db.prepare('SELECT id, metadata_rows FROM imports').raw().all()).toEqual([[1, 6]]);
  expect(db.prepare('SELECT run, value FROM scores').raw().all()).toEqual([['run-2', 0.25]]);
  expect(() => db.exec("UPDATE runs SET kind = 'head'")).toThrow('CHECK');
});

test('a prediction is found by its key, and runs are listed without reading profiles', () => {
  expect(queryPlans((db) => expect(() => getPrediction(db, 'run-2')).toThrow())).toEqual([
    'SEARCH all_runs USING INDEX sqlite_autoindex_all_runs_1 (id=?); USING INDEX sqlite_autoindex_deleted_runs_1 FOR IN-OPERATOR',
  ]);
  const [runs] = queryPlans((db) => listRuns(db));
  expect(runs).toContain('SEARCH p USING PRIMARY KEY (run=?)');
});
