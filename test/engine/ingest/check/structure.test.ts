import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../../electron/engine/ingest/check/check-file.ts';
import { scanFile } from '../../../../electron/engine/ingest/check/scan-file.ts';
import type { Dialect } from '../../../../electron/engine/ingest/detect/dialect.ts';
import { readSql } from '../../../../electron/engine/ingest/stage/read-sql.ts';
import type { RejectedRow } from '../../../../shared/contract/import-rejected.ts';
import { rejectionText } from '../../../../shared/texts/rejection-text.ts';
import { testFolder } from '../../../support/folder.ts';

const csv: Dialect = { separator: ',', quoted: true, columns: 3, header: true, newline: 10 };

function check(content: string | Uint8Array, dialect = csv) {
  const folder = testFolder();
  const file = join(folder, 'file.csv');
  writeFileSync(file, content);
  const checked = checkFile({ path: file, lineOf: () => null }, dialect, join(folder, 'copy.csv'), () => {});
  const faults = checked.rejected.map(({ line, reason }) => `${line}: ${rejectionText(reason)}`);
  return { ...checked, file, faults, text: readFileSync(checked.clean, 'latin1') };
}

describe('the structure of a file', () => {
  it('is counted in lines, not records, if cells contain line breaks', () => {
    const { faults, rows } = check('u,t,x\n1,"a\nb\n\nc",3\n2,"say ""hi""",4\n\n3,ok\n4,ok,5,6\n7,ok,9\n');
    expect(faults).toEqual(['8: 2 columns instead of 3', '9: 4 columns instead of 3']);
    expect(rows).toBe(3);
  });

  it('is broken only in the row with a stray quotation mark', () => {
    const { faults, text } = check('u,t,x\n1,a,2\n2,"ab"c,3\n3,"open,4\n4,b,5\n5,"fine",6\n');
    expect(faults).toEqual(['3: text after a closing quotation mark', '4: text after a closing quotation mark']);
    expect(text).toBe('u,t,x\n1,a,2\n4,b,5\n5,"fine",6\n');
  });

  it('is kept after a quotation mark that is never closed', () => {
    const { faults, text } = check('u,t,x\n1,"open,2\n2,b,3\n3,c,4');
    expect(faults).toEqual(['2: unclosed quotation mark']);
    expect(text).toBe('u,t,x\n2,b,3\n3,c,4');
  });

  it('is broken in a truncated last line', () => {
    expect(check('u,t,x\r\n1,a,2\r\n2,b').faults).toEqual(['3: 2 columns instead of 3']);
  });

  it('has no extra column for a trailing separator', () => {
    expect(check('u,t,x\n1,a,2,\n2,b,"c",\r\n').faults).toEqual([]);
  });

  it('is broken in rows that are not text', () => {
    const { faults } = check(Buffer.from('u,t,x\n1,\xff\xfe,2\n2,b\x00,3\n3,c,4\n', 'latin1'));
    expect(faults).toEqual(['2: not valid UTF-8', '3: control character in the row']);
  });

  it('includes whether cells have surrounding spaces, wherever they are', () => {
    for (const row of [' 1,a,2', '1 ,a,2', '1, a,2', '1,a,2 ', '1," a",2', '1,"a ",2', '1,a, "2"', '1,a,2 \r']) {
      expect([row, check(`u,t,x\n${row}\n`).padded]).toEqual([row, true]);
    }
    expect(check('u,t,x\n1,a b,"c d"\n').padded).toBe(false);
  });

  it('excludes a byte-order mark', () => {
    expect(check('\ufeff"u",t,x\n1,a,2\n').rows).toBe(1);
  });

  it('is broken in a row of two megabytes, and intact after it', () => {
    const { faults, rows } = check(`u,t,x\n1,a,2\n2,${'x'.repeat(2 << 20)},3\n3,"${'y'.repeat(2 << 20)}\n4,b,5\n`);
    expect(faults).toEqual(['3: row longer than 1 MB', '4: row longer than 1 MB']);
    expect(rows).toBe(2);
  });

  it('is the same however the file is split into chunks', () => {
    const row = (i: number) => `${i},"line ${i}\nand ""more""",${'z'.repeat(i % 90)}\r\n`;
    const content = `u,t,x\r\n${Array.from({ length: 120_000 }, (_, i) => row(i)).join('')}`;
    const folder = testFolder();
    writeFileSync(join(folder, 'file.csv'), content);
    let wrong = 0;
    const { rows } = scanFile(join(folder, 'file.csv'), csv, {
      row(ordinal, line, text) {
        if (line !== 2 + 2 * ordinal || (ordinal % 1000 === 0 && `${text()}\r\n` !== row(ordinal))) wrong++;
      },
      fault: () => wrong++,
    });
    expect({ rows, wrong, long: content.length > 9e6 }).toEqual({ rows: 120_000, wrong: 0, long: true });
  });
});

describe('what passes the check', () => {
  it('is read by DuckDB row by row, for any file', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const folder = testFolder();
    const file = join(folder, 'file.csv');
    const pieces = fc.constantFrom(
      'a',
      'bc',
      '7',
      ' ',
      '',
      ',',
      ',',
      ',',
      '"',
      '"',
      '\n',
      '\n',
      '\r\n',
      '\r',
      '中',
      '\t',
      '""',
      '\\',
    );
    const rows = fc.array(
      fc.array(pieces, { maxLength: 12 }).map((row) => row.join('')),
      { maxLength: 12 },
    );
    const property = fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (lines, end, header) => {
      const dialect = { ...csv, header };
      writeFileSync(file, `${header ? `u,t,x${end}` : ''}${lines.join(end)}`);
      const checked = checkFile({ path: file, lineOf: () => null }, dialect, join(folder, 'copy.csv'), () => {});
      expect(checked).toMatchObject(scanEachRow(file, dialect));
      if (checked.rows === 0) return;
      const expected: (string | null)[][] = [];
      scanFile(checked.clean, dialect, { row: (_ordinal, _line, text) => expected.push(cells(text())) });
      const read = await connection.runAndReadAll(`SELECT c1, c2, c3 FROM ${readSql(checked, dialect)}`);
      expect(read.getRowsJson()).toEqual(expected);
    });
    await fc.assert(property, { numRuns: 200, seed: 20_251_124 });
  });
});

/** Result of the check when it scans each row and skips none. */
function scanEachRow(file: string, dialect: Dialect) {
  const rejected: RejectedRow[] = [];
  const { rows, multiline, padded } = scanFile(file, dialect, { row: () => {}, fault: (row) => rejected.push(row) });
  return { rows, multiline, padded, rejected };
}

/** The three cells of a valid record, according to RFC 4180. */
function cells(record: string): (string | null)[] {
  const values: string[] = [];
  let remaining = record;
  for (;;) {
    const [all = '', quoted, plain = ''] = /^(?: ?"((?:[^"]|"")*)"|([^,]*))(?:,|$)/.exec(remaining) ?? [];
    values.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (!all.endsWith(',')) break;
    remaining = remaining.slice(all.length);
    if (values.length === 3) break;
  }
  return values.map((cell) => (cell === '' ? null : cell));
}
