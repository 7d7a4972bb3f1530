import { describe, expect, it } from 'vitest';
import { reportInZone } from '../../../electron/engine/ingest/report/report-in-zone.ts';
import { changeSettings, readSettings } from '../../../electron/engine/store/workspace-settings.ts';
import { testWorkspace } from '../../support/shop.ts';
import { fileWith, importFiles } from './import-helpers.ts';

const header = 'user_id,time,action,item_id,currency,price';
const rowsAt = (times: readonly string[], currency = '') =>
  [header, ...times.map((time, i) => `u${i},${time},view,x,${currency},1`)].join('\n');

async function imported(times: readonly string[], options: { zone?: string; currency?: string } = {}) {
  const workspace = testWorkspace();
  const { currency, ...rest } = options;
  await importFiles(workspace, [{ file: fileWith(workspace, rowsAt(times, currency)), ...rest }]);
  return workspace;
}

const zoneAfter = async (times: readonly string[], zone?: string) =>
  readSettings((await imported(times, zone === undefined ? {} : { zone })).db).timeZone;

describe('the time zone proposed by the first import', () => {
  it('is the one in which times without a zone were read', async () => {
    expect(await zoneAfter(['2024-05-01 10:00:00'], 'Europe/Berlin')).toBe('Europe/Berlin');
    expect(await zoneAfter(['2024-05-01 10:00:00'])).toBe('UTC');
  });

  it('has the offsets written in the data, also those of a zone with daylight saving', async () => {
    expect(await zoneAfter(['2024-05-01T10:00:00+08:00'])).toBe('Asia/Shanghai');
    expect(await zoneAfter(['2024-01-01T10:00:00+0530', '2024-07-01T10:00:00+05:30'])).toBe('Asia/Kolkata');
    expect(await zoneAfter(['2024-01-01T10:00:00-05:00', '2024-07-01T10:00:00-04:00'])).toBe('America/New_York');
  });

  it('is that of this machine for times in UTC, and for times that no zone has', async () => {
    const machine = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(await zoneAfter(['2024-05-01T10:00:00Z'])).toBe(machine);
    expect(await zoneAfter(['1714557600'])).toBe(machine);
    expect(await zoneAfter(['2024-05-01T10:00:00+08:00', '2024-05-01T10:00:00-09:00'])).toBe(machine);
  });

  it('does not replace one that was chosen, and none is proposed once there are events', async () => {
    const workspace = await imported(['2024-05-01 10:00:00']);
    changeSettings(workspace.db, { timeZone: null });
    await importFiles(workspace, [fileWith(workspace, rowsAt(['2024-05-02T10:00:00+08:00']))]);
    expect(readSettings(workspace.db).timeZone).toBe(null);
  });

  it('is not kept after a trial', async () => {
    const workspace = testWorkspace();
    await importFiles(workspace, [fileWith(workspace, rowsAt(['2024-05-01T10:00:00+08:00']))], { dryRun: true });
    expect(readSettings(workspace.db)).toEqual({ timeZone: null, currency: null });
  });
});

it('the currency proposed by the first import is the only one in its rows', async () => {
  const times = ['2024-05-01 10:00:00', '2024-05-01 11:00:00'];
  expect(readSettings((await imported(times, { currency: 'eur' })).db).currency).toBe('EUR');
  expect(readSettings((await imported(times, { currency: 'coins' })).db).currency).toBe(null);
});

describe('the events over time in a report', () => {
  // 23:30 in Shanghai on 30 April, then 00:30 and 23:30 on 1 May.
  const times = ['2024-04-30T15:30:00Z', '2024-04-30T16:30:00Z', '2024-05-01T15:30:00Z', '2024-06-01T00:00:00Z'];

  it('are counted by the days of the workspace’s zone, and anew after it has changed', async () => {
    const { db } = await imported(times);
    const perDay = () => {
      const { zone, bucket, starts = [], actions = [] } = reportInZone(db, 1)?.time ?? {};
      return [zone, bucket, starts.slice(0, 2), actions[0]?.counts.slice(0, 2)];
    };
    expect(perDay()).toEqual(['UTC', 'day', [Date.UTC(2024, 3, 30), Date.UTC(2024, 4, 1)], [2, 1]]);
    changeSettings(db, { timeZone: 'Asia/Shanghai' });
    const [firstDay, secondDay] = [Date.UTC(2024, 3, 29, 16), Date.UTC(2024, 3, 30, 16)];
    expect(perDay()).toEqual(['Asia/Shanghai', 'day', [firstDay, secondDay], [1, 2]]);
  });

  it('are counted by the hours of a zone that differs by half an hour', async () => {
    const { db } = await imported(['2024-05-01T10:40:00+05:30', '2024-05-01T11:10:00+05:30']);
    expect(reportInZone(db, 1)?.time).toMatchObject({
      zone: 'Asia/Kolkata',
      bucket: 'hour',
      starts: [Date.parse('2024-05-01T10:00+05:30'), Date.parse('2024-05-01T11:00+05:30')],
      actions: [{ counts: [1, 1] }],
    });
  });

  it('have days of 23 and 25 hours where the clock changes', async () => {
    const { db } = await imported([
      '2024-03-09T12:00:00-05:00',
      '2024-11-04T12:00:00-05:00',
      '2024-06-01T12:00:00-04:00',
    ]);
    const { zone, starts = [] } = reportInZone(db, 1)?.time ?? {};
    const lengths = starts.slice(1).map((start, i) => (start - starts[i]!) / 3_600_000);
    expect([zone, lengths.filter((hours) => hours !== 24)]).toEqual(['America/New_York', [23, 25]]);
  });

  it('of dates stay on their days in every zone', async () => {
    const { db } = await imported(['2024-05-01', '2024-06-01']);
    changeSettings(db, { timeZone: 'America/New_York' });
    expect(reportInZone(db, 1)?.time).toMatchObject({ zone: 'UTC', first: Date.UTC(2024, 4, 1) });
  });
});
