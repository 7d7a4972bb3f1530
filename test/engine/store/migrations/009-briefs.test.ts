import { expect, test } from 'vitest';
import { insertBrief, listBriefs, readBrief } from '../../../../electron/engine/store/briefs/briefs.ts';
import { applyMigrations } from '../../../../electron/engine/store/migrate.ts';
import { emptyBrief } from '../../../support/empty-brief.ts';
import { migrated, queryPlans } from './databases.ts';

test('migration 9 adds a table of briefs, numbered in the order in which they are made', () => {
  const db = migrated(9, '');
  applyMigrations(db);
  expect(listBriefs(db)).toEqual([]);
  expect(readBrief(db, undefined)).toBeNull();
  expect([insertBrief(db, emptyBrief), insertBrief(db, { ...emptyBrief, seconds: 2 })]).toEqual(['brief-1', 'brief-2']);
  expect(listBriefs(db).map(({ brief }) => brief)).toEqual(['brief-2', 'brief-1']);
  expect(readBrief(db, 'brief-1')).toMatchObject({ brief: 'brief-1', seconds: 1, groups: [] });
  expect(() => readBrief(db, 'brief-3')).toThrow(expect.objectContaining({ code: 'BRIEF_NOT_FOUND' }));
});

test('a brief is found by its key', () => {
  expect(queryPlans((db) => expect(() => readBrief(db, 'brief-1')).toThrow())).toEqual([
    'SEARCH briefs USING PRIMARY KEY (id=?)',
  ]);
});
