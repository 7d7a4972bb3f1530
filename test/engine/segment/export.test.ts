import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeExport } from '../../../electron/engine/files/export-file.ts';
import { writeAll } from '../../../electron/engine/files/write-all.ts';
import { writingError } from '../../../electron/engine/files/writing-error.ts';
import { safeFileName } from '../../../electron/engine/segment/export.ts';
import { csvLine, escapeFormula } from '../../../shared/domain/csv.ts';
import { errorShape } from '../../../shared/errors.ts';
import { testFolder } from '../../support/folder.ts';
import { readCsv } from '../../support/read-csv.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const failure = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return errorShape(error);
  }
  throw new Error('the export did not fail');
};

describe('an exported file', () => {
  it('is CSV as defined by RFC 4180, in UTF-8 with a byte-order mark and CRLF', () => {
    const file = join(testFolder(), 'out.csv');
    const rows = [
      ['张三', 1.5, null],
      ['say "hi", all', -3.5, 'two\nlines'],
    ];
    const { rows: count, sha256 } = writeExport(file, { header: ['user', 'x', 'text'], rows, facts: {} });
    expect(read(file)).toBe('\uFEFFuser,x,text\r\n张三,1.5,\r\n"say ""hi"", all",-3.5,"two\nlines"\r\n');
    expect(count).toBe(2);
    expect(sha256).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
  });

  it('contains no cell that a spreadsheet evaluates as a formula, and leaves plain numbers unchanged', () => {
    const dangerous = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\r1', '＝1+1', '=HYPERLINK("http://x","y")'];
    for (const cell of dangerous) expect(escapeFormula(cell)).toBe(`'${cell}`);
    for (const cell of ['-3.5', '+7', '-1e-7', '', 'a=b', '3-4', '上海']) expect(escapeFormula(cell)).toBe(cell);
    fc.assert(
      fc.property(fc.string(), (cell) => {
        expect(escapeFormula(cell)).toMatch(/^(?![=+\-@\t\r])|^[+-]\d+(\.\d+)?([eE][+-]?\d+)?$/);
        expect(escapeFormula(cell).replaceAll("'", '')).toBe(cell.replaceAll("'", ''));
      }),
    );
    const file = join(testFolder(), 'out.csv');
    writeExport(file, { header: ['user', '=bad'], rows: [['=1+1', -3.5]], facts: {} });
    expect(read(file)).toBe("\uFEFFuser,'=bad\r\n'=1+1,-3.5\r\n");
  });

  it('holds no formula for a program that splits it at semicolons, tabs or bars either', () => {
    expect(escapeFormula("x;=cmd|' /C calc'!A0;y")).toBe("x;'=cmd|' /C calc'!A0;y");
    expect(escapeFormula('x\t"=1+1"')).toBe('x\t\'"=1+1"');
    expect(escapeFormula('x\n@SUM(A1)|＝1')).toBe("x\n'@SUM(A1)|'＝1");
    for (const cell of ['a;-3.5;+7;b', 'a | b', 'a; =b', "a;'=b", 'a=b;c']) expect(escapeFormula(cell)).toBe(cell);
    const text = fc.stringMatching(/^[;\t|"'=+@\na1-]{0,9}$/);
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 3 }), (row) => {
        const file = join(testFolder(), 'out.csv');
        writeExport(file, { header: row, rows: [row], facts: {} });
        for (const separator of [';', '\t', '|']) {
          const cells = read(file)
            .replace('\uFEFF', '')
            .split(/[\r\n]/)
            .flatMap((line) => line.split(separator).slice(1));
          for (const cell of cells) expect(cell).toMatch(/^"*(?!["=+@-])|^"*[+-]1+$/);
        }
      }),
    );
  });

  it('round-trips every cell through a CSV parser', () => {
    const rows = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (rows) => {
        expect(readCsv(rows.map((row) => `${csvLine(row)}\r\n`).join(''))).toEqual(rows);
      }),
    );
  });

  it('has a manifest with its provenance beside it', () => {
    const file = join(testFolder(), 'out.csv');
    const facts = { what: 'segment', rule: 'count(view) >= 3' };
    const { sha256 } = writeExport(file, { header: ['user'], rows: [['u1']], facts });
    expect(JSON.parse(read(`${file}.manifest.json`))).toEqual({
      file: 'out.csv',
      ...facts,
      columns: ['user'],
      rows: 1,
      sha256,
    });
  });

  it('leaves an earlier file unchanged, and no partial file, if an export fails', () => {
    const folder = testFolder();
    const file = join(folder, 'out.csv');
    writeFileSync(file, 'before');
    const rows = (function* () {
      yield ['u1'];
      throw new Error('broken');
    })();
    expect(() => writeExport(file, { header: ['user'], rows, facts: {} }, true)).toThrow('broken');
    expect(read(file)).toBe('before');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  it('fails with CANNOT_WRITE if its folder is missing, a file, or has a folder of its name', () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'taken.csv'));
    for (const place of ['missing/out.csv', 'file/out.csv', 'taken.csv']) {
      const shape = failure(() => writeExport(join(folder, place), { header: ['user'], rows: [], facts: {} }));
      expect(shape).toMatchObject({ code: 'CANNOT_WRITE', hint: expect.stringMatching(/folder/) });
    }
    expect(readdirSync(folder).sort()).toEqual(['file', 'taken.csv']);
  });

  it.skipIf(!existsSync('/dev/full'))('fails with DISK_FULL if the disk is full', () => {
    const full = openSync('/dev/full', 'w');
    const shape = failure(() => {
      try {
        writeAll(full, Buffer.from('user\r\n'));
      } catch (error) {
        throw writingError(error, 'out.csv');
      }
    });
    expect(shape).toMatchObject({ code: 'DISK_FULL', details: { file: 'out.csv' } });
  });

  it('has a name that is valid on every system', () => {
    expect(safeFileName('买过手机 / 2次')).toBe('买过手机 _ 2次');
    expect(safeFileName('../../etc')).toBe('_.._etc');
    expect(safeFileName('CON')).toBe('_CON');
    expect(safeFileName('...')).toBe('_');
  });
});
