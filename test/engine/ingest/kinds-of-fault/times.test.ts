import { describe, expect, it } from 'vitest';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { sharedFault } from '../../../support/faults.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents } from '../import-helpers.ts';

const csv = (...rows: string[]) => `${rows.join('\n')}\n`;

/** Reads times as an import does; each is of a user of its own, in order. */
async function times(values: readonly string[], options: Partial<ImportFile> = {}) {
  const workspace = testWorkspace();
  const rows = values.map((value, i) => `u${100 + i};"${value}";a`);
  await importFiles(workspace, [
    { file: fileWith(workspace, csv('user_id;event_time;product_id', ...rows)), ...options },
  ]);
  return namedEvents(workspace, 'time').flat();
}

const NOON = '2024-05-01T12:00:00.000Z';

describe('the order of dates is determined from the whole column', () => {
  it('the year is the part that changes least', async () => {
    expect(await times(['24/05/01 12:00', '24/05/13 12:00'])).toEqual([NOON, '2024-05-13T12:00:00.000Z']);
    expect(await times(['12-05-01', '12-05-13', '12-11-02'])).toEqual([
      ...['2012-05-01T00:00:00.000Z', '2012-05-13T00:00:00.000Z', '2012-11-02T00:00:00.000Z'],
    ]);
    expect(await times(['01/05/24', '13/05/24', '02/11/24'])).toEqual([
      ...['2024-05-01T00:00:00.000Z', '2024-05-13T00:00:00.000Z', '2024-11-02T00:00:00.000Z'],
    ]);
  });

  it('a day before dots is a day', async () => {
    expect(await times(['03.02.2024', '05.02.2024'])).toEqual(['2024-02-03T00:00:00.000Z', '2024-02-05T00:00:00.000Z']);
  });

  it('unless the order is given', async () => {
    const readings = { 'month-first': '2010-11-12', 'day-first': '2010-12-11', 'year-first': '2011-12-10' };
    for (const [dates, day] of Object.entries(readings)) {
      const [text] = await times([dates === 'year-first' ? '11/12/10' : '11/12/10'], {
        dates: dates as keyof typeof readings,
      });
      expect([dates, String(text).slice(0, 10)]).toEqual([dates, day]);
    }
  });
});

describe('a date and a time of day in two columns', () => {
  const joined = async (content: string, name = 'export.csv') => {
    const workspace = testWorkspace();
    const { files } = await importFiles(workspace, [fileWith(workspace, content, name)]);
    return [files[0]?.mapping.time, ...namedEvents(workspace, 'time').flat()];
  };
  it('are joined, whatever their names and forms', async () => {
    const expected = ['2024-05-01T09:30:05.000Z', '2024-05-02T22:00:00.000Z'];
    const tables = [
      ['user_id,date,time,product_id', 'u1,2024-05-01,09:30:05,a', 'u2,2024-05-02,22:00:00,b'],
      ['user_id,trans_date,trans_time', 'u1,2024-05-01 00:00:00,93005', 'u2,2024-05-02 00:00:00,220000'],
      ['Kunde;Datum;Uhrzeit', 'u1;01.05.2024;9.30.05', 'u2;02.05.2024;22.00.00'],
      ['用户ID,日期,时间', 'u1,2024年5月1日,9:30:05', 'u2,2024年5月2日,22:00:00'],
      ['user_id,order date,order time', 'u1,5/1/2024,9:30:05 AM', 'u2,5/2/2024,10:00:00 PM'],
      ['user_id,date,time', 'u1,2024-05-01,1899-12-30 09:30:05', 'u2,2024-05-02,1899-12-30 22:00:00'],
    ];
    for (const rows of tables) {
      const [mapping, ...read] = await joined(csv(...rows));
      expect([rows[0], mapping, ...read]).toEqual([rows[0], expect.stringContaining('+'), ...expected]);
    }
    const hours = await joined(csv('user_id,day,hour,item', 'u1,20240501,9,a', 'u2,20240502,22,b'));
    expect(hours).toEqual(['day+hour', '2024-05-01T09:00:00.000Z', '2024-05-02T22:00:00.000Z']);
    expect(await joined(csv('u1,a,2024-05-01,10:00:05', 'u2,b,2024-05-02,22:00:05'))).toEqual([
      ...['3+4', '2024-05-01T10:00:05.000Z', '2024-05-02T22:00:05.000Z'],
    ]);
  });

  it('may be mapped, and a column whose name has a plus stays one', async () => {
    const workspace = testWorkspace();
    const content = csv(
      'who,a+b,day,clock',
      'u1,2020-01-01 00:00:05,2024-05-01,12:00',
      'u2,2020-01-01 00:00:05,2024-05-02,',
    );
    const file = fileWith(workspace, content);
    await importFiles(workspace, [{ file, mapping: "user=who,time=day+clock,action='view'" }]);
    expect(namedEvents(workspace, 'time').flat()).toEqual([NOON, '2024-05-02T00:00:00.000Z']);
    const other = testWorkspace();
    await importFiles(other, [{ file, mapping: "user=who,time=a+b,action='view'" }]);
    expect(namedEvents(other, 'time').flat()).toEqual(['2020-01-01T00:00:05.000Z', '2020-01-01T00:00:05.000Z']);
  });
});

describe('a time may be written', () => {
  it.each([
    ['with the hour only', ['2024-05-01 12', '2024/05/01 12', '2024-05-01T12', '2024年5月1日12时']],
    ['with the hour only, as a number', ['2024050112']],
    ['as JavaScript does', ['5/1/2024, 12:00:00 PM', '5/1/2024, 12:00:00\u202fPM']],
    [
      'as JavaScript does in other languages',
      ['1.5.2024, 12:00:00', '1/5/2024, 12:00:00', '13.5.2024, 12:00:00'].slice(0, 1),
    ],
    ['as JavaScript does by default', ['Wed May 01 2024 14:00:00 GMT+0200 (Central European Summer Time)']],
    ['as Oracle does', ['01-MAY-24 12.00.00.000000000 PM', '01-May-24 02.00.00.000 PM +02:00', '01-MAY-2024 12:00:00']],
    ['as DB2 and logs do', ['2024-05-01-12.00.00.000000', '2024-05-01 12:00:00,000', '2024-05-01_12-00-00']],
    ['as C and Twitter do', ['Wed May  1 12:00:00 2024', 'Wed May 01 12:00:00 +0000 2024']],
    ['as web servers do', ['[01/May/2024:14:00:00 +0200]', '01/May/2024:12:00:00 +0000']],
    ['as SAS does', ['01MAY2024:12:00:00']],
    ['as .NET and browsers do', ['/Date(1714564800000)/']],
    ['in units of 100 ns', ['638501616000000000']],
    ['in microseconds since 1601', ['13359038400000000']],
    ['with the zone of a shop', ['May 1, 2024 5:00:00 AM PDT', 'May 1, 2024 8:00:00 AM EDT', '1 May 2024 14:00 CEST']],
    ['with half of the day behind an ISO date', ['2024-05-01 12:00:00 PM', '2024-05-01, 12:00 p.m.']],
    ['as one number with a fraction', ['20240501120000000', '20240501T120000Z', '20240501T140000+0200']],
    ['with the clock first', ['12:00 2024-05-01', '12:00:00 2024-05-01']],
    ['in German, French and Spanish', ['1. Mai 2024 12:00', '1 mai 2024 12:00', '1 de mayo de 2024 12:00']],
  ])('%s', async (_, forms) => {
    for (const form of forms) expect([form, ...(await times([form]))]).toEqual([form, NOON]);
  });

  it('as a day of a month in words, or as Amazon writes it', async () => {
    const day = '2024-05-01T00:00:00.000Z';
    for (const form of [
      '01-May-24',
      'May-01-24',
      '01MAY2024',
      '05 1, 2024',
      'May 1st, 2024',
      '1-Mai-2024',
      '1 mai 2024',
    ])
      expect([form, ...(await times([form]))]).toEqual([form, day]);
  });
});

describe('files whose times were read wrong', () => {
  it.each([
    ['year-first.csv', ['2024-05-01T10:00:00.000Z', '2024-05-13T11:00:00.000Z']],
    ['compact-hours.csv', ['2017-01-01T12:00:00.000Z', '2017-01-02T13:00:00.000Z']],
    ['date-and-time.csv', ['2024-05-01T10:00:05.000Z', '2024-05-02T22:00:05.000Z']],
    ['hour-only.csv', ['2014-12-06T02:00:00.000Z', '2014-12-09T20:00:00.000Z']],
    ['times-js.csv', ['2024-05-01T10:00:00.000Z', '2024-05-13T13:05:09.000Z']],
    ['times-oracle.csv', ['2024-05-01T00:00:00.000Z', '2024-05-13T00:00:00.000Z']],
  ])('%s', async (name, expected) => {
    const file = sharedFault(name);
    if (file === null) return;
    const workspace = testWorkspace();
    await importFiles(workspace, [file]);
    expect(namedEvents(workspace, 'time').flat().sort()).toEqual(expected);
  });
});
