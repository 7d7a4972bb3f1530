import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../../../support/folder.ts';
import { expectRefused, HEADER, importAlone, nastyFile, ROWS } from './nasty.ts';

const MEGABYTE = 'x'.repeat(2 ** 20);

/** Writes a file that is too large to be created in one piece. */
function writeLargeFile(pieces: Iterable<string>): string {
  const path = join(testFolder(), 'large.csv');
  const handle = openSync(path, 'w');
  for (const piece of pieces) writeSync(handle, piece);
  closeSync(handle);
  return path;
}

describe('text without content is empty', () => {
  it.for([
    ['only a header', HEADER, 'FILE_EMPTY'],
    ['only blank lines', '\n\n  \n\t\n', 'FILE_EMPTY'],
    ['a mark of UTF-8 alone', '\ufeff', 'FILE_EMPTY'],
    ['a mark of UTF-16 alone', Buffer.from([0xff, 0xfe]), 'FILE_EMPTY'],
    ['a mark of UTF-32, which nobody writes', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'FILE_BINARY'],
    ['NUL bytes alone', '\0'.repeat(5000), 'FILE_BINARY'],
    ['a block of NUL bytes, as a crash leaves it', `${HEADER}${ROWS}${'\0'.repeat(5000)}`, 'FILE_BINARY'],
  ] as const)('%s', ([, content, code]) => expectRefused(nastyFile(content), code));
});

describe('one unusual row does not affect others:', () => {
  it('a row with a NUL', async () => {
    const { result, aside } = await importAlone(nastyFile(HEADER + ROWS.replace('b,', 'b\0,')));
    expect(result).toMatchObject({ rows: 2, events: 1 });
    expect(aside).toEqual(['3: control character in the row']);
  });

  it('a row of a hundred megabytes', async () => {
    const long = function* () {
      yield HEADER + ROWS;
      for (let i = 0; i < 100; i++) yield MEGABYTE;
      yield '\nc,2024-05-01 10:00:02,view,i3,3\n';
    };
    const before = process.resourceUsage().maxRSS;
    const { result, aside } = await importAlone(writeLargeFile(long()));
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(150 * 1024);
    expect(result).toMatchObject({ rows: 4, events: 3 });
    expect(aside).toEqual(['4: row longer than 1 MB']);
  });

  it('rows of 200 cells of a megabyte each', async () => {
    const wide = function* () {
      yield `user,time,${Array.from({ length: 200 }, (_, c) => `c${c}`)}\nb,2024-05-01 10:00:00${',1'.repeat(200)}\n`;
      yield 'a,2024-05-01 10:00:00';
      for (let c = 0; c < 200; c++) yield `,${MEGABYTE}`;
      yield '\n';
    };
    const { result, aside } = await importAlone(writeLargeFile(wide()));
    expect(result).toMatchObject({ rows: 2, events: 1 });
    expect(aside).toEqual(['3: row longer than 1 MB']);
  });
});

describe('extreme values', () => {
  it('years from 1 to 9999 are times, others are not', async () => {
    const times = ['0000-01-01', '0001-01-01', '9999-12-31', '10000-01-01', '-0044-03-15'];
    const { events, aside } = await importAlone(
      nastyFile(HEADER + times.map((t) => `a,${t} 00:00:00,view,i,1\n`).join('')),
    );
    expect(events!.map(([, time]) => time)).toEqual(['0001-01-01T00:00:00.000Z', '9999-12-31T00:00:00.000Z']);
    expect(aside).toEqual([2, 5, 6].map((line) => `${line}: time “${times[line - 2]} 00:00:00” is not a time`));
  });

  it('seconds outside of the calendar are no times', async () => {
    const times = ['1714550400', '9'.repeat(25), '-1', '1714550401'];
    const { events, aside } = await importAlone(nastyFile(HEADER + times.map((t) => `a,${t},view,i,1\n`).join('')));
    expect(events!.map(([, time]) => String(time).slice(0, 10))).toEqual(['1969-12-31', '2024-05-01', '2024-05-01']);
    expect(aside).toEqual([`3: time “${times[1]}” is not a time`]);
  });

  it('numbers outside of the range of doubles are rejected, the smallest ones kept, and NaN is no number', async () => {
    const prices = ['1e308', '1e309', '-1e-320', 'NaN', 'Infinity', '9'.repeat(400)];
    const rows = prices.map((price, i) => `u${i},2024-05-01 10:00:0${i},view,i,${price}\n`);
    const { events, aside } = await importAlone(nastyFile(HEADER + rows.join('')));
    expect(events!.map(([, , , price]) => price)).toEqual([1e308, -1e-320, null]);
    expect(aside!.map((reason) => reason.split(':')[0])).toEqual(['3', '6', '7']);
  });

  it('names may look like SQL, formulas, object properties or markup', async () => {
    const names = ["'; DROP TABLE events; --", '=HYPERLINK("http://x")', '@SUM(1)', '__proto__', 'constructor'];
    names.push('<script>alert(1)</script>', '%s%n', '../../etc/passwd', '\u202egnp', '👩‍👩‍👧');
    const rows = names.map((name) => `"${name.replaceAll('"', '""')}",2024-05-01 10:00:00,view,i,1\n`);
    const { result, events } = await importAlone(nastyFile(HEADER + rows.join('')));
    expect(result).toMatchObject({ rows: names.length, events: names.length });
    expect(events!.map(([user]) => user).sort()).toEqual([...names].sort());
  });
});
