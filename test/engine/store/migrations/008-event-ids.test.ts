import { expect, test } from 'vitest';
import { importShape } from '../../../../electron/engine/store/imports/imports.ts';
import { migrated } from './databases.ts';

const ROWS = `
INSERT INTO users (id, name) VALUES (1, 'ann');
INSERT INTO actions (id, name) VALUES (1, 'purchase');
INSERT INTO imports (id, file, sha256, kind, time_kind, mapping, imported, rows, events, rejected, duplicates, seconds, columns)
VALUES (1, 'a.csv', 'ab', 'events', 'clock', '{"mapping":{"user":"u","time":"t","price":"p","discount":"d"}}', 0, 1, 1, 0, 0, 1, '["u","t","p","d"]'),
       (2, 'b.csv', 'cd', 'events', 'clock', '{}', 0, 0, 0, 0, 0, 1, '[]');
INSERT INTO events (user, time, seq, action, import, price) VALUES (1, 1714557600000, 0, 1, 1, 2.5);
`;

test('migration 8 adds the ids of events, and earlier imports have the fields that their mapping names', () => {
  const db = migrated(8, ROWS);
  expect(db.prepare('SELECT user, time, price, event_id FROM events').raw().all()).toEqual([
    [1, 1714557600000, 2.5, null],
  ]);
  const first = importShape(db, 1);
  expect(first.columns).toEqual(['u', 't', 'p', 'd']);
  expect([...first.fields]).toEqual(['user', 'time', 'price', 'discount', 'amount']);
  expect(importShape(db, 2)).toEqual({ columns: [], mapping: {}, fields: new Set() });
});
