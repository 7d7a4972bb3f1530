import { describe, expect, it } from 'vitest';
import { examineJob } from '../../../../electron/engine/ingest/examine/examine-job.ts';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, jobContext, queryScalar } from '../import-helpers.ts';

const csv = (...rows: string[]) => `${rows.join('\n')}\n`;

/** The choices that an import of a file makes, by code, and a function that imports it strictly. */
async function choices(content: string, options: Partial<ImportFile> = {}, name = 'export.csv') {
  const workspace = testWorkspace();
  const file = { file: fileWith(workspace, content, name), ...options };
  const { files } = await examineJob({ files: [file] }, jobContext(workspace));
  const listed = files[0]?.problems.filter(({ choice }) => choice !== undefined) ?? [];
  const strict = (answers: Partial<ImportFile> = {}) =>
    importFiles(workspace, [{ ...file, ...answers }], { strict: true });
  return {
    listed,
    byCode: new Map(listed.map((problem) => [problem.code, problem])),
    strict,
    guesses: files[0]?.guesses,
  };
}

describe('the data check lists the choices of an import', () => {
  it('ambiguous dates and numbers, with both interpretations and both options', async () => {
    const rows = ['u1,05/03/2024,1.249', 'u2,06/03/2024,2.500'];
    const { byCode, strict } = await choices(csv('user_id,date,price', ...rows));
    expect(byCode.get('day-month')).toMatchObject({
      ...{ severity: 'warning', choice: 'counts', count: 2, facts: { order: 'month-first', other: 'day-first' } },
      examples: [{ text: '05/03/2024 → 2024-05-03 / 2024-03-05' }, { text: '06/03/2024 → 2024-06-03 / 2024-03-06' }],
      remedies: [{ file: { dates: 'month-first' } }, { file: { dates: 'day-first' } }],
    });
    expect(byCode.get('decimal-sign')).toMatchObject({
      ...{ severity: 'warning', choice: 'amounts', count: 2, facts: { field: 'price', sign: 'point' } },
      examples: [{ text: '1.249 → 1.249 / 1249' }, { text: '2.500 → 2.5 / 2500' }],
      remedies: [{ file: { decimal: 'point' } }, { file: { decimal: 'comma' } }],
    });
    await expect(strict()).rejects.toMatchObject({
      code: 'CHOICE_NEEDED',
      details: { choices: ['day-month', 'decimal-sign'], options: ['--dates', '--decimal'] },
    });
    expect(await strict({ dates: 'day-first', decimal: 'point' })).toMatchObject({ events: 2 });
  });

  it('columns whose cells contradict each other', async () => {
    const { byCode } = await choices(
      csv('user_id,date,price', 'u1,25/03/2024,"12,50"', 'u2,03/25/2024,12.50', 'u3,04/05/2024,1.249'),
    );
    expect(byCode.get('day-month')).toMatchObject({ count: 1 });
    expect(byCode.get('decimal-sign')).toMatchObject({ count: 1, examples: [{ text: '1.249 → 1.249 / 1249' }] });
  });

  it('placeholders, discounts of unknown kind, and duplicates', async () => {
    const header = 'order_id,customer_id,order_date,brand,unit_price,折扣';
    const row = '1,C1,2024-05-01 10:00:00,None,100,0.85';
    const { byCode, strict } = await choices(csv(header, row, row, '2,NA,2024-05-01 10:00:00,x,100,0.9'));
    expect(byCode.get('placeholder-kept')).toMatchObject({ count: 2, facts: { field: 'brand', words: 'None' } });
    expect(byCode.get('placeholder-missing')).toMatchObject({ count: 1, facts: { field: 'user', words: 'NA' } });
    expect(byCode.get('discount-kind')).toMatchObject({ choice: 'amounts', facts: { kind: 'open' } });
    await expect(strict()).rejects.toMatchObject({ code: 'CHOICE_NEEDED' });
    const answers = { nothing: { brand: 'keep', user: 'missing' }, discount: 'share', repeats: 'drop' } as const;
    expect(await strict(answers)).toMatchObject({ events: 1, rejected: 1 });
  });

  it('columns that are read against their name, joined, or guessed from others', async () => {
    const { byCode } = await choices(
      csv('buyer,date,time,sku,listing_id,order_id', 'a,2024-05-01,10:00,,7,1', 'b,2024-05-02,11:00,,8,2'),
    );
    expect(byCode.get('column-overruled')?.facts).toEqual({ field: 'item', source: 'listing_id', other: 'sku' });
    expect(byCode.get('date-and-clock')?.facts).toEqual({ columns: 'date, time' });
    expect(byCode.get('action-guessed')).toMatchObject({
      choice: 'names',
      facts: { action: 'interact', why: 'default' },
    });
    expect(byCode.get('zone-assumed')?.choice).toBe('times');
  });
});

describe('a strict import', () => {
  it('accepts a file whose content decides everything that is counted', async () => {
    const { strict, listed } = await choices(
      csv(
        'user_id,event_time,event_type,product_id,price',
        'u1,2024-05-01 10:00:00,view,a,12.50',
        'u2,2024-05-13 10:00:00,view,a,9',
      ),
    );
    expect(listed.map(({ code }) => code)).toEqual(['zone-assumed']);
    expect(await strict()).toMatchObject({ events: 2 });
  });

  it('writes nothing when it refuses', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, csv('user_id,date', 'u1,05/03/2024', 'u2,06/03/2024'));
    await expect(importFiles(workspace, [file], { strict: true })).rejects.toMatchObject({ code: 'CHOICE_NEEDED' });
    expect(queryScalar(workspace, 'SELECT count(*) FROM imports')).toBe(0);
  });
});

describe('a guess gives its reason', () => {
  it('with the share of its cells that are of the kind', async () => {
    const { guesses } = await choices(
      csv('user_id,event_time,price,brand', 'u1,2024-05-01 10:00:00,5,x', 'u1,soon,cheap,'),
    );
    const cells = new Map(guesses?.map((guess) => [guess.field, guess.cells]));
    expect(Object.fromEntries(cells)).toEqual({
      user: { kind: 'different', share: 0.5 },
      time: { kind: 'times', share: 0.5 },
      action: null,
      price: { kind: 'numbers', share: 0.5 },
      brand: { kind: 'filled', share: 0.5 },
    });
  });
});
