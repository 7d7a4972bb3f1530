import { expect, test } from 'vitest';
import { eachRejectedRow, rejectedRows } from '../../../../electron/engine/store/imports/rejected-rows.ts';
import { rejectionText } from '../../../../shared/texts/rejection-text.ts';
import { migrated, queryPlans } from './databases.ts';

const ROWS = `
INSERT INTO imports (id, file, sha256, time_kind, mapping, imported, rows, events, rejected, duplicates, seconds)
VALUES (1, 'a.csv', '', 'clock', '{}', 0, 2, 0, 2, 0, 0);
INSERT INTO rejected_rows (import, line, reason, text)
VALUES (1, 2, 'price “"cheap"” is not a number', 'a,"cheap"'), (1, 3, '3 columns instead of 2', 'a,b,c');
`;

test('migration 5 preserves the sentence of each rejected row, whatever it says', () => {
  const db = migrated(5, ROWS);
  const { total, rows } = rejectedRows(db, 1, 0, 10);
  expect(total).toBe(2);
  expect(rows.map(({ line, text, reason }) => [line, text, rejectionText(reason)])).toEqual([
    [2, 'a,"cheap"', 'price “"cheap"” is not a number'],
    [3, 'a,b,c', '3 columns instead of 2'],
  ]);
});

test('rejected rows are found by import, in order of line, in an index', () => {
  const plans = queryPlans((db) => [rejectedRows(db, 1, 0, 10), ...eachRejectedRow(db, 1)]);
  expect(plans).toHaveLength(3);
  for (const plan of plans) {
    expect(plan).toMatch(/^SEARCH rejected_rows USING (COVERING )?INDEX rejected_rows_by_import \(import=\?\)$/);
  }
});
