import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Json, parseJson } from '../../../../electron/engine/ingest/open/json/parse.ts';
import { rejectionText } from '../../../../shared/texts/rejection-text.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents, rejectedLines } from '../import-helpers.ts';
import { openErrorCode, openOnlyTable, openTestFile } from './open-test-file.ts';

const lines = (...documents: unknown[]) => `${documents.map((one) => JSON.stringify(one)).join('\n')}\n`;

describe('JSON documents become rows', () => {
  it('with a column for each name, in order of appearance', async () => {
    const { text, source } = await openOnlyTable(
      lines(
        { user: 'a', properties: { product_id: 1, page: { url: '/x,y' } } },
        { user: 'b', late: true, properties: null },
      ),
    );
    expect(source.format).toBe('ndjson');
    expect(text).toBe('user,properties.product_id,properties.page.url,late,properties\na,1,"/x,y",,\nb,,,true,\n');
  });

  it('with numbers as they are written', async () => {
    const { text } = await openOnlyTable(
      '{"id":12345678901234567890,"price":1.10,"big":1e21,"small":-0.0}\n{"id":1}\n',
    );
    expect(text).toBe('id,price,big,small\n12345678901234567890,1.10,1e21,-0.0\n1,,,\n');
  });

  it('with a column for each key in lists of keys and values, as in Google Analytics exports', async () => {
    const param = (key: string, value: object) => ({ key, value });
    const { text } = await openOnlyTable(
      lines({
        event_name: 'view_item',
        event_params: [
          param('page', { string_value: '/a', int_value: null }),
          param('n', { string_value: null, int_value: '7' }),
        ],
        user_properties: [param('plan', { string_value: 'pro', set_timestamp_micros: '5' })],
      }),
    );
    expect(text).toBe('event_name,event_params.page,event_params.n,user_properties.plan\nview_item,/a,7,pro\n');
  });

  it('one for each purchased item, and one for a document without any', async () => {
    const order = (id: number, ...skus: string[]) => ({
      id,
      discounts: [{ code: 'x' }],
      line_items: skus.map((sku) => ({ sku, tags: ['new'] })),
    });
    const { text, lineOf } = await openOnlyTable(lines(order(1, 'a', 'b'), order(2), order(3, 'c')));
    expect(text).toBe(
      [
        'id,discounts,line_items.sku,line_items.tags',
        '1,"[{""code"":""x""}]",a,"[""new""]"',
        '1,"[{""code"":""x""}]",b,"[""new""]"',
        '2,"[{""code"":""x""}]",,',
        '3,"[{""code"":""x""}]",c,"[""new""]"\n',
      ].join('\n'),
    );
    expect([0, 1, 2, 3, 4].map(lineOf)).toEqual([1, 1, 2, 3, null]);
  });

  it('but not one for each element of other lists', async () => {
    const { text } = await openOnlyTable(lines({ user: 'a', experiments: [{ name: 'x' }, { name: 'y' }] }));
    expect(text.split('\n')).toHaveLength(3);
  });

  it('also if columns and lists appear late', async () => {
    const early = Array.from({ length: 3000 }, (_, i) => ({ user: `u${i}`, items: [] }));
    const { text } = await openOnlyTable(
      lines(...early, { user: 'z', more: 1, items: [{ item_id: 'i' }, { item_id: 'j' }] }),
    );
    const rows = text.trimEnd().split('\n');
    expect([rows[0], rows[1], ...rows.slice(-2)]).toEqual(['user,more,items.item_id', 'u0,,', 'z,1,i', 'z,1,j']);
  });
});

describe('JSON documents are recognised', () => {
  const rows = 'id,n\n1,a\n2,"b\n]"\n';
  const [one, two] = [
    { id: 1, n: 'a' },
    { id: 2, n: 'b\n]' },
  ];
  it.each([
    ['one per line', lines(one, two), 'ndjson'],
    ['in an array', JSON.stringify([one, two]), 'json'],
    ['in an array on many lines', `\ufeff \n${JSON.stringify([one, two], null, 2)}\n`, 'json'],
    [
      'in an object that wraps an array',
      JSON.stringify({ count: 2, meta: { next: null }, orders: [one, two] }),
      'json',
    ],
    ['in an array two objects deep', JSON.stringify({ data: { orders: [one, two], total: 2 } }, null, 1), 'json'],
    ['concatenated', `${JSON.stringify(one, null, 2)}\n${JSON.stringify(two, null, 2)}`, 'json'],
  ])('%s', async (_, content, format) => {
    const { text, source } = await openOnlyTable(content);
    expect([text, source.format]).toEqual([rows, format]);
  });

  it('and an object with a user is a document itself, not a wrapper', async () => {
    const { text } = await openOnlyTable(JSON.stringify({ user_id: 'a', items: [{ sku: 1 }, { sku: 2 }] }));
    expect(text).toBe('user_id,items.sku\na,1\na,2\n');
  });

  it('and text that starts with a bracket remains text', async () => {
    for (const text of ['[a],b\n1,2\n', '{a},b\n1,2\n', '[1],[2]\n'])
      expect((await openOnlyTable(text)).text).toBe(text);
  });
});

describe('what is not a document is rejected with its position and reason', () => {
  it('by line', async () => {
    const workspace = testWorkspace();
    const good = (user: string) => JSON.stringify({ user, time: '2024-05-01 10:00:00', item: 'i' });
    const text = [
      good('a'),
      '{"user":"b"',
      '',
      '"text"',
      good('c'),
      '{"user":"d","time":"never"}',
      '{"user":"e\\u0000"}',
    ];
    const result = await importFiles(workspace, [fileWith(workspace, text.join('\n'), 'export.ndjson')]);
    expect(result).toMatchObject({ rows: 6, events: 2, rejected: 4 });
    expect(rejectedLines(workspace)).toEqual([
      '2: invalid JSON at character 12: expected a comma or }',
      '4: not a JSON object',
      '6: time “never” is not a time',
      '7: control character in the row',
    ]);
    expect(namedEvents(workspace, 'user')).toEqual([['a'], ['c']]);
  });

  it('by its number in an array, without affecting the others', async () => {
    const { text, rejected, lineOf } = await openOnlyTable(
      '[{"a":1},{"a":oops},{"a":{"b":[1,2}},{"a":"not closed},\n{"a":3},{"a":4',
    );
    expect(text).toBe('"a"\n"1"\n"3"\n');
    expect(rejected.map(({ line, reason }) => [line, rejectionText(reason)])).toEqual([
      [2, 'invalid JSON at character 6: expected a value'],
      [3, 'invalid JSON at character 15: expected a comma or ]'],
      [4, 'invalid JSON at character 19: control character in a string'],
      [6, 'incomplete document'],
    ]);
    expect(lineOf(1)).toBe(5);
  });

  it('if it is too long, in bounded memory', async () => {
    const long = JSON.stringify({ user: 'x'.repeat(9 << 20) });
    const { text, rejected } = await openOnlyTable(`{"user":"a"}\n${long}\n{"user":"b"}\n`);
    expect(text).toBe('"user"\n"a"\n"b"\n');
    expect(rejected.map(({ line, text: shown }) => [line, shown.length])).toEqual([[2, 2000]]);
    const inArray = await openOnlyTable(`[{"user":"a"},${long},{"user":"b"}]`);
    expect([inArray.text, inArray.rejected.map(({ line }) => line)]).toEqual(['"user"\n"a"\n"b"\n', [2]]);
  });

  it('and a file with too many names is refused', async () => {
    const wide = Object.fromEntries(Array.from({ length: 11_000 }, (_, i) => [`n${i}`, i]));
    expect(await openErrorCode(lines(wide, wide))).toBe('FILE_TOO_WIDE');
    expect(await openErrorCode('{"a"\n{"b"\n{"c"\n')).toBe('FILE_DAMAGED');
  });
});

const anyDocument = fc.dictionary(
  fc
    .string({ minLength: 1, maxLength: 4 })
    .filter((key) => !key.includes('.') && key !== '__proto__' && !key.includes('\0')),
  fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  ),
  { minKeys: 1, maxKeys: 4 },
);

describe('for any document', () => {
  it('the parser accepts what JSON.parse accepts, and rejects what it rejects', () => {
    const text = fc.oneof(
      fc.json(),
      fc
        .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '\\', '0', 'e', '\n', '\u0001'))
        .map(
          ([json, at, put]) => json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + 1),
        ),
    );
    fc.assert(
      fc.property(text, (json) => {
        let expected: unknown;
        let fails = false;
        try {
          expected = JSON.parse(json);
        } catch {
          fails = true;
        }
        if (fails) expect(() => parseJson(json)).toThrow(SyntaxError);
        else expect(plain(parseJson(json))).toEqual(asText(expected));
      }),
      { numRuns: 2000 },
    );
  });

  it('each value is in the column of its name, in every layout of the documents', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDocument, { minLength: 2, maxLength: 5 }),
        fc.boolean(),
        async (documents, inArray) => {
          const content = inArray ? JSON.stringify(documents, null, 2) : lines(...documents);
          const [table] = await openTestFile(content);
          const [header = [], ...rows] = cellsOf(table!.text);
          const names = [...new Set(documents.flatMap((one) => Object.keys(one)))];
          expect(new Set(header)).toEqual(new Set(names.map(tidy)));
          expect(rows.map((row) => Object.fromEntries(row.map((cell, c) => [header[c], cell])))).toEqual(
            documents.map((one) => Object.fromEntries(names.map((name) => [tidy(name), tidy(text(one[name]))]))),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Converts line ends within a cell to LF. */
const tidy = (cell: string) => cell.replaceAll(/\r\n?/g, '\n');
const text = (value: unknown) => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** Converts a parsed value to plain objects and arrays, with scalars as text. */
function plain(value: Json): unknown {
  if (value === null || typeof value === 'string') return value;
  if ('items' in value) return value.items.map(plain);
  return value.keys.map((key, i) => [key, plain(value.values[i]!)]).filter(([key], i, all) => last(all, key) === i);
}

function asText(value: unknown): unknown {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return expect.toSatisfy((got: unknown) => Object.is(Number(got), value));
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(asText);
  return expect.toSatisfy((got: unknown) => {
    const entries = Object.entries(value);
    expect(new Map(got as [string, unknown][])).toEqual(new Map(entries.map(([key, one]) => [key, asText(one)])));
    return true;
  });
}

const last = (all: readonly unknown[][], key: unknown) => all.findLastIndex(([other]) => other === key);

/** The cells of comma-separated text. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\n]*))(,|\n|$)/g)) {
    if (quoted === undefined && bare === '' && end === '') break;
    rows.at(-1)!.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}
