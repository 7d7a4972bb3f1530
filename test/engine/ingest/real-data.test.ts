import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listImports } from '../../../electron/engine/store/imports/imports.ts';
import { sharedData } from '../../support/data.ts';
import { testWorkspace } from '../../support/shop.ts';
import { importFiles, queryScalar, rejectedLines } from './import-helpers.ts';

const rees46 = sharedData('rees46/2019-Oct.csv');
const cdnow = sharedData('cdnow/CDNOW_master.txt');
const cdnowSample = sharedData('cdnow/CDNOW_sample.txt');
const lastfm = sharedData('lastfm/LastFM.txt');
const reviews = sharedData('reviews-zh/waimai_10k.csv');
const movielens = ['inter', 'user', 'item'].flatMap((end) => sharedData(`ml-100k/ml-100k.${end}`) ?? []);

describe('real exports without a hand-written mapping', () => {
  it.skipIf(!rees46)(
    'REES46: the truncated row is rejected, duplicates are dropped, and a second import adds nothing',
    async () => {
      const workspace = testWorkspace();
      const first = await importFiles(workspace, [rees46!]);
      expect(first).toMatchObject({
        rows: 17_435,
        events: 17_429,
        rejected: 1,
        duplicates: 5,
        users: 4504,
        items: 6493,
      });
      expect(rejectedLines(workspace)).toEqual(['17436: 8 columns instead of 9']);
      expect(first.files[0]).toMatchObject({ preset: 'rees46', timeKind: 'clock', repeats: 'drop' });
      expect(queryScalar(workspace, "SELECT printf('%.2f', sum(price)) FROM events_named")).toBe('5089646.85');
      const lines = new Set(readFileSync(rees46!, 'utf8').split('\n').slice(1, -1));
      const phones = [...lines].filter((line) => line.split(',')[4] === 'electronics.smartphone').length;
      const sql = "SELECT count(*) FROM events_named WHERE category = 'electronics.smartphone'";
      expect([phones > 1000, queryScalar(workspace, sql)]).toEqual([true, phones]);
      const second = await importFiles(workspace, [rees46!]);
      expect(second).toMatchObject({
        rows: 17_435,
        events: 0,
        rejected: 1,
        duplicates: 17_434,
        users: 4504,
        items: 6493,
      });
      expect(second.sessions).toBe(first.sessions);
    },
  );

  it.skipIf(!cdnow)('CDNOW: every order is imported to the cent, once', async () => {
    const workspace = testWorkspace();
    const totals = () => [
      queryScalar(workspace, 'SELECT count(*) FROM events'),
      queryScalar(workspace, 'SELECT round(sum(amount), 2) FROM events'),
      queryScalar(workspace, 'SELECT sum(quantity) FROM events'),
      queryScalar(workspace, 'SELECT count(DISTINCT user) FROM events'),
    ];
    const { files, ...first } = await importFiles(workspace, [cdnow!]);
    expect(first).toMatchObject({ rows: 69_659, events: 69_659, rejected: 0, duplicates: 0, users: 23_570 });
    expect(files[0]).toMatchObject({ preset: 'cdnow', timeKind: 'date', repeats: 'keep' });
    expect(totals()).toEqual([69_659, 2_500_315.63, 167_881, 23_570]);
    expect(await importFiles(workspace, [cdnow!])).toMatchObject({ events: 0, duplicates: 69_659 });
    expect(totals()).toEqual([69_659, 2_500_315.63, 167_881, 23_570]);
  });

  it.skipIf(!cdnowSample)('the 1/10 sample of CDNOW, which has no header, is recognised by its cells', async () => {
    const workspace = testWorkspace();
    const result = await importFiles(workspace, [cdnowSample!]);
    expect(result).toMatchObject({ events: 6919, users: 2357, items: 0, rejected: 0 });
    expect(result.files[0]).toMatchObject({ preset: 'cdnow', timeKind: 'date' });
    expect(queryScalar(workspace, 'SELECT sum(quantity) FROM events')).toBe(
      readFileSync(cdnowSample!, 'utf8')
        .split('\n')
        .reduce((sum, line) => sum + Number(line.trim().split(/\s+/)[3] ?? 0), 0),
    );
  });

  it.skipIf(movielens.length < 3)('MovieLens: ratings, attributes and titles', async () => {
    const workspace = testWorkspace();
    const first = await importFiles(workspace, movielens);
    expect(first).toMatchObject({ events: 100_000, rejected: 0, duplicates: 0, users: 943, items: 1682 });
    const declared = (name: string, value: string) =>
      queryScalar(
        workspace,
        `SELECT count(*) FROM user_attributes u JOIN attributes a ON a.id = u.attribute
        WHERE a.name = '${name}' AND u.value = '${value}'`,
      );
    expect([declared('gender', 'M'), declared('gender', 'F'), declared('occupation', 'student')]).toEqual([
      670, 273, 196,
    ]);
    expect(queryScalar(workspace, "SELECT title FROM items WHERE name = '1'")).toBe('Toy Story');
    expect(
      queryScalar(workspace, "SELECT c.name FROM items i JOIN categories c ON c.id = i.category WHERE i.name = '1'"),
    ).toBe("Animation Children's Comedy");
    expect(await importFiles(workspace, movielens)).toMatchObject({ events: 0, duplicates: 100_000, items: 1682 });
  });

  it.skipIf(!lastfm)('LastFM: one sequence per line, with the preset', async () => {
    const workspace = testWorkspace();
    const request = { file: lastfm!, preset: 'sequences' };
    expect(await importFiles(workspace, [request])).toMatchObject({ events: 52_551, users: 1090, items: 3646 });
    expect(listImports(workspace.db)[0]).toMatchObject({ timeKind: 'order', preset: 'sequences', rows: 52_551 });
    const firstItems = `SELECT group_concat(i.name, ' ') FROM (SELECT item FROM events WHERE user =
      (SELECT id FROM users WHERE name = '3') ORDER BY time LIMIT 4) e JOIN items i ON i.id = e.item`;
    expect(queryScalar(workspace, firstItems)).toBe('36 39 63 64');
    expect(await importFiles(workspace, [request])).toMatchObject({ events: 0, duplicates: 52_551 });
  });

  it.skipIf(!reviews)('reviews without a user are refused, with what is missing', async () => {
    await expect(importFiles(testWorkspace(), [reviews!])).rejects.toMatchObject({
      code: 'MAPPING_INCOMPLETE',
      message: 'The column mapping has no user and no time.',
      hint: expect.stringContaining('Events need a user and a time'),
      details: { missing: ['user', 'time'], columns: ['label', 'review'] },
    });
  });
});
