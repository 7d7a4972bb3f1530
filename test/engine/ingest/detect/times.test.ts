import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseTimes, timeSql } from '../../../../electron/engine/ingest/detect/times/recognise-times.ts';

/** Reads times as an import does, with formats recognised from all values. */
async function read(values: readonly string[], zone = 'UTC'): Promise<(string | null)[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`SET TimeZone = '${zone}'`);
  const list = values.map((value) => `('${value}')`);
  const sql = `SELECT ${timeSql('x', recogniseTimes(values, true).formats)}::DOUBLE FROM (VALUES ${list}) v (x)`;
  const rows = (await connection.runAndReadAll(sql)).getRows();
  return rows.map(([ms]) => (ms === null || ms === undefined ? null : new Date(Number(ms)).toISOString()));
}

describe('times', () => {
  it('are read in every common format', async () => {
    const forms = [
      ...[
        '2019-10-01 08:30:05 UTC',
        '2019-10-01T08:30:05Z',
        '2019-10-01T16:30:05+08:00',
        '2019-10-01 16:30:05.000 +0800',
      ],
      ...[
        '2019/10/01 08:30:05',
        '2019.10.1 8:30:05',
        '20191001083005',
        '20191001T083005',
        '1569918605',
        '1569918605000',
      ],
      ...[
        '1569918605000000',
        '1569918605000000000',
        '1569918605.0',
        '2019年10月1日 08:30:05',
        '2019年10月01日 8时30分05秒',
        '2019年10月1日 上午8:30:05',
        '2019/10/1 上午 8:30:05',
        '10/1/2019 8:30:05 AM',
      ],
      ...[
        'Tue, 01 Oct 2019 08:30:05 GMT',
        'Tue, 1 Oct 2019 16:30:05 +0800',
        '01 Oct 2019 08:30:05',
        'Oct 1, 2019 8:30:05 AM',
        'October 1, 2019 08:30:05',
        '2019-10-01T16:30:05+0800',
        '43739.354224537',
      ],
    ];
    for (const form of forms) expect([form, ...(await read([form]))]).toEqual([form, '2019-10-01T08:30:05.000Z']);
  });

  it('are dates if they have no clock', async () => {
    for (const form of [
      '2019-10-01',
      '2019/10/1',
      '20191001',
      '2019.10.01',
      '2019年10月1日',
      '10/01/2019',
      '10/01/19',
      '01-Oct-2019',
      'Oct 1, 2019',
      '43739',
    ]) {
      expect([form, recogniseTimes([form], true).clock, ...(await read([form]))]).toEqual([
        form,
        false,
        '2019-10-01T00:00:00.000Z',
      ]);
    }
  });

  it('have their order of day and month decided by all rows together', async () => {
    expect(await read(['1/2/2019 08:00', '13/2/2019 08:00'])).toEqual([
      '2019-02-01T08:00:00.000Z',
      '2019-02-13T08:00:00.000Z',
    ]);
    expect(await read(['1/2/2019 08:00', '1/13/2019 08:00'])).toEqual([
      '2019-01-02T08:00:00.000Z',
      '2019-01-13T08:00:00.000Z',
    ]);
  });

  it('without a zone are read in the given one, daylight saving time included', async () => {
    expect(await read(['2019-10-01 08:00:00', '2019-10-01 08:00:00 UTC'], 'Asia/Shanghai')).toEqual([
      '2019-10-01T00:00:00.000Z',
      '2019-10-01T08:00:00.000Z',
    ]);
    expect(await read(['7/1/2019 12:00', '12/1/2019 12:00'], 'Europe/Berlin')).toEqual([
      '2019-07-01T10:00:00.000Z',
      '2019-12-01T11:00:00.000Z',
    ]);
  });

  it.each([
    ['CST', 'Asia/Shanghai', '02:00'],
    ['CST', 'America/Chicago', '16:00'],
    ['CST', 'America/Havana', '15:00'],
    ['IST', 'Asia/Kolkata', '04:30'],
    ['IST', 'Europe/Dublin', '09:00'],
    ['IST', 'Asia/Jerusalem', '08:00'],
  ])('with the abbreviation %s, which several zones share, are those of %s', async (name, zone, utc) => {
    const forms = [`Wed May 01 10:00:00 ${name} 2024`, `May 1, 2024 10:00:00 ${name}`, `01 May 2024 10:00 ${name}`];
    for (const form of forms) expect((await read([form], zone))[0]?.slice(11, 16), form).toBe(utc);
  });

  it('with such an abbreviation are unreadable without one of its zones', async () => {
    expect(await read(['Wed May 01 10:00:00 CST 2024'], 'UTC')).toEqual([null]);
    expect(await read(['Wed May 01 10:00:00 CST 2024'], 'Europe/Berlin')).toEqual([null]);
  });

  it('keep a short offset', async () => {
    const short = ['2019-10-01 08:00-05', '2019-10-01 08:00+05', '2019-10-01 08:00Z'];
    const hours = (await read(short)).map((time) => time?.slice(11, 13));
    expect(hours).toEqual(['13', '03', '08']);
  });

  it('may be in Chinese, with the half of the day', async () => {
    const forms = ['2024年3月5日 下午2:05', '2024-03-05 晚上 8:05:00', '2024/3/5 下午14:05', '2024年3月5日凌晨0点05分'];
    expect((await read(forms)).map((time) => time?.slice(11, 16))).toEqual(['14:05', '20:05', '14:05', '00:05']);
  });

  it('are spreadsheet days only if a time column contains nothing else', async () => {
    expect(recogniseTimes(['45352', '45353.5'], true)).toMatchObject({ formats: ['serial'], clock: true });
    expect(recogniseTimes(['45352', '45353.5'])).toMatchObject({ formats: [], share: 0 });
    expect(recogniseTimes(['45352', '7'], true)).toMatchObject({ formats: [], share: 0 });
    expect(await read(['45352.25'], 'Asia/Shanghai')).toEqual(['2024-02-29T22:00:00.000Z']);
  });

  it('that do not exist are rejected', async () => {
    expect(await read(['2019-10-01 08:00:00', '2019-02-30 08:00:00', '2019-13-01', 'soon', '12'])).toEqual([
      '2019-10-01T08:00:00.000Z',
      ...[null, null, null, null],
    ]);
  });

  it('are the same after formatting and parsing, for any instant', async () => {
    const instant = fc.date({ min: new Date('1971-01-01'), max: new Date('2199-01-01'), noInvalidDate: true });
    const dates = fc
      .sample(instant, { numRuns: 200, seed: 3 })
      .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
    const expected = dates.map((date) => date.toISOString());
    expect(await read(expected)).toEqual(expected);
    const far = dates.filter((date) => date.getTime() > 1e11);
    expect(await read(far.map((date) => String(date.getTime())))).toEqual(far.map((date) => date.toISOString()));
  });
});
