import { expect, test } from 'vitest';
import { eachUserScores, scorePage } from '../../../../electron/engine/store/models/scores.ts';
import { migrated, queryPlans } from './databases.ts';

const ROWS = `
INSERT INTO users (id, name) VALUES (1, 'ann');
INSERT INTO runs (id, created, config, summary, evaluation) VALUES ('run-1', 7, '{"width":64}', '{"epochs":2}', NULL);
`;

test('migration 4 marks earlier runs as behaviour runs, and adds scores that are deleted with their run', () => {
  const db = migrated(4, ROWS);
  expect(db.prepare('SELECT id, created, config, kind, parent, data, title FROM runs').raw().all()).toEqual([
    ['run-1', 7, '{"width":64}', 'behaviour', null, '', ''],
  ]);
  expect(() => db.exec("UPDATE runs SET kind = 'other'")).toThrow('CHECK');
  db.exec("INSERT INTO scores VALUES ('run-1', 1, 0, 0.25); DELETE FROM runs");
  expect(db.prepare('SELECT count(*) FROM scores').pluck().get()).toBe(0);
});

test('all scores of a run are one range scan without a sort, and those of a user one search', () => {
  expect(queryPlans((db) => [...eachUserScores(db, 'run-1', 2)])).toEqual([
    'SEARCH s USING PRIMARY KEY (run=?); SEARCH u USING INTEGER PRIMARY KEY (rowid=?)',
  ]);
  const page = { search: '', order: 0, descending: true, offset: 0, limit: 10 };
  const [total] = queryPlans((db) => scorePage(db, 'run-1', 2, page));
  expect(total).toMatch(/SEARCH s (EXISTS )?USING PRIMARY KEY \(run=\? AND user=\?\)/);
  expect(total).toContain('SEARCH o USING PRIMARY KEY (run=? AND user=? AND class=?)');
});
