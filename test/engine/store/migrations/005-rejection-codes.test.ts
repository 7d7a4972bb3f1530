import { describe, expect, it } from 'vitest';
import { rejectedRows } from '../../../../electron/engine/store/imports/rejected-rows.ts';
import { events } from '../../../../electron/engine/store/migrations/001-events.ts';
import { models } from '../../../../electron/engine/store/migrations/002-models.ts';
import { imports } from '../../../../electron/engine/store/migrations/003-imports.ts';
import { runs } from '../../../../electron/engine/store/migrations/004-runs.ts';
import { openWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { rejectionText } from '../../../../shared/texts/rejection-text.ts';
import { oldWorkspace } from './old-workspace.ts';

describe('rejected rows of an older workspace', () => {
  it('keep their sentence, whatever it says', () => {
    const path = oldWorkspace(
      [events, models, imports, runs],
      `INSERT INTO imports (id, file, sha256, time_kind, mapping, imported, rows, events, rejected, duplicates, seconds)
        VALUES (1, 'a.csv', '', 'clock', '{}', 0, 2, 0, 2, 0, 0);
      INSERT INTO rejected_rows (import, line, reason, text) VALUES
        (1, 2, 'price “"cheap"” is not a number', 'a,"cheap"'), (1, 3, '3 columns instead of 2', 'a,b,c');`,
    );
    const { db, close } = openWorkspace(path);
    const { rows } = rejectedRows(db, 1, 0, 10);
    expect(rows.map(({ reason }) => rejectionText(reason))).toEqual([
      'price “"cheap"” is not a number',
      '3 columns instead of 2',
    ]);
    expect(rows.map(({ line, text }) => [line, text])).toEqual([
      [2, 'a,"cheap"'],
      [3, 'a,b,c'],
    ]);
    const plan = db.prepare('EXPLAIN QUERY PLAN SELECT * FROM rejected_rows WHERE import = 1 ORDER BY line').all();
    expect(plan).toMatchObject([{ detail: expect.stringContaining('USING INDEX rejected_rows_by_import') }]);
    close();
  });
});
