import { expect, test } from 'vitest';
import { readHistories } from '../../../../electron/engine/store/events/histories.ts';
import { migrated, queryPlans } from './databases.ts';

const ROWS = `
INSERT INTO imports (id, file, sha256, kind, time_kind, mapping, imported, rows, events, rejected, duplicates, seconds)
VALUES (1, 'shop.csv', 'ab', 'events', 'clock', '{}', 0, 2, 2, 0, 0, 1);
INSERT INTO users (id, name) VALUES (1, 'ann');
INSERT INTO actions (id, name) VALUES (1, 'view');
INSERT INTO items (id, name, title, price) VALUES (1, 'a', 'Lamp', 2.5);
INSERT INTO events (user, time, seq, action, item, quantity, import) VALUES (1, 1000, 0, 1, 1, 2, 1), (1, 0, 0, 1, NULL, NULL, 1);
`;

test('migration 1 creates events, ordered by user and time, and a view that shows them with names', () => {
  const db = migrated(1, '');
  db.exec(ROWS);
  expect(db.prepare('SELECT user, time, action, item, title, amount FROM events_named').raw().all()).toEqual([
    ['ann', '1970-01-01T00:00:00.000Z', 'view', null, null, null],
    ['ann', '1970-01-01T00:00:01.000Z', 'view', 'a', 'Lamp', 5],
  ]);
  expect(() => db.exec("INSERT INTO users (name) VALUES ('ann')")).toThrow('UNIQUE');
  expect(() => db.exec('INSERT INTO events (user, time, seq, action, import) VALUES (9, 0, 0, 1, 1)')).toThrow(
    'FOREIGN KEY',
  );
});

test('reading all histories scans the clustered table once without a sort; reading some users’ is one range scan each', () => {
  const [, all] = queryPlans((db) => [...readHistories(db).users]);
  expect(all).toMatch(/^SCAN e; SEARCH i USING INTEGER PRIMARY KEY/);
  expect(all).not.toContain('TEMP B-TREE');
  const [, some] = queryPlans((db) => readHistories(db, { users: [1, 2] }));
  expect(some).toContain('SEARCH e USING PRIMARY KEY (user=?)');
});
