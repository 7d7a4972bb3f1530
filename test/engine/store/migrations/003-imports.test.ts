import { expect, test } from 'vitest';
import { replayBackwards } from '../../../../electron/engine/store/imports/undo-replay.ts';
import { migrated, queryPlans } from './databases.ts';

const ROWS = `
INSERT INTO imports (id, file, sha256, kind, time_kind, mapping, imported, rows, events, rejected, duplicates, seconds)
VALUES (1, 'shop.csv', 'ab', 'events', 'clock', '{}', 0, 4, 2, 1, 1, 1), (2, 'users.csv', 'cd', 'users', 'none', '{}', 0, 9, 0, 2, 1, 1);
INSERT INTO rejected_rows VALUES (1, 3, 'no user', ',view');
INSERT INTO users (id, name) VALUES (1, 'ann');
INSERT INTO actions (id, name) VALUES (1, 'view');
INSERT INTO sessions (id, user, name) VALUES (1, 1, 's1'), (2, 1, NULL);
INSERT INTO events (user, time, seq, action, price, rating, session, text, import)
VALUES (1, 0, 0, 1, 2.5, 5, 1, 'fine', 1), (1, 5, 0, 1, NULL, NULL, 2, NULL, 1);
`;

test('migration 3 preserves imports, sessions and events, and makes room for new kinds and columns', () => {
  const db = migrated(3, ROWS);
  expect(db.prepare('SELECT id, kind, described, replaced, report FROM imports').raw().all()).toEqual([
    [1, 'events', 0, 0, null],
    [2, 'users', 6, 0, null],
  ]);
  expect(db.prepare('SELECT line FROM rejected_rows').pluck().all()).toEqual([3]);
  expect(db.prepare('SELECT time, price, rating, session, text, channel, import FROM events').raw().all()).toEqual([
    [0, 2.5, 5, 1, 'fine', null, 1],
    [5, null, null, 2, null, null, 1],
  ]);
  expect(db.prepare('SELECT session, file, channel, import FROM events_named').raw().all()).toEqual([
    ['s1', 'shop.csv', null, 1],
    [null, 'shop.csv', null, 1],
  ]);
  db.exec("UPDATE imports SET kind = 'lookup' WHERE id = 2; INSERT INTO sessions (user, name) VALUES (1, NULL)");
  expect(() => db.exec("UPDATE imports SET kind = 'other'")).toThrow('CHECK');
  expect(() => db.exec("INSERT INTO sessions (user, name) VALUES (1, 's1')")).toThrow('UNIQUE');
});

test('the changes of an import are found in an index, the last first, without a sort', () => {
  const [plan] = queryPlans((db) => replayBackwards(db, 1, () => {}));
  expect(plan).toBe('SEARCH undo_rows USING INDEX undo_rows_by_import (import=? AND rowid<?)');
});

test('a named session is found in its index', () => {
  const sql = "SELECT id FROM sessions WHERE user = 1 AND name = 's1'";
  expect(queryPlans((db) => db.prepare(sql).all())).toEqual([
    'SEARCH sessions USING COVERING INDEX sessions_by_name (user=? AND name=?)',
  ]);
});
