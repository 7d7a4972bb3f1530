import { describe, expect, it } from 'vitest';
import { importJob } from '../../../../electron/engine/ingest/import-job.ts';
import { listImports } from '../../../../electron/engine/store/imports/imports.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, jobContext, namedEvents, queryScalar } from '../import-helpers.ts';
import { importCleaned, timeAt } from './cleaned.ts';

describe('a cleaning step', () => {
  it('converts text to half-width, collapses spaces, and lower-cases actions, categories and brands', async () => {
    const lines = [
      'user,time,action,item,category,brand,text',
      `u1,${timeAt(1)},ＶＩＥＷ,ｉ１,Home >  Lamps,ＡＣＭＥ,很好，真的`,
      `u1,${timeAt(2)},view,i1,home > lamps,Acme,"two  blanks"`,
      `u1,${timeAt(3)},view,I1,home > lamps,acme,`,
    ];
    const { workspace, result } = await importCleaned({ text: { width: true, case: true } }, lines);
    expect(namedEvents(workspace, 'action, item, category, brand, text')).toEqual([
      ['view', 'i1', 'home > lamps', 'acme', '很好,真的'],
      ['view', 'i1', 'home > lamps', 'acme', 'two  blanks'],
      ['view', 'I1', 'home > lamps', 'acme', null],
    ]);
    expect(result.files[0]?.steps).toEqual([{ step: 'text', rows: 2, leavesOut: false }]);
  });

  it('changes width and case independently', async () => {
    const lines = ['user,time,action,item,brand', `u1,${timeAt(1)},Ｂuy,i1,ＡＣＭＥ`];
    const width = await importCleaned({ text: { width: true } }, lines);
    expect(namedEvents(width.workspace, 'action, brand')).toEqual([['Buy', 'ACME']]);
    const folded = await importCleaned({ text: { case: true } }, lines);
    expect(namedEvents(folded.workspace, 'action, brand')).toEqual([['ｂuy', 'ａｃｍｅ']]);
  });

  it('converts currencies by their rates, and drops money without a known rate', async () => {
    const lines = [
      'user,time,action,item,price,amount,currency',
      `u1,${timeAt(1)},buy,i1,10,20,EUR`,
      `u1,${timeAt(2)},buy,i2,10,20,usd`,
      `u1,${timeAt(3)},buy,i3,700,,JPY`,
      `u1,${timeAt(4)},view,i4,,,JPY`,
      `u1,${timeAt(5)},buy,i5,3,3,`,
    ];
    const { workspace, result } = await importCleaned({ currency: { to: 'EUR', rates: { USD: 0.9 } } }, lines);
    expect(namedEvents(workspace, 'item, price, amount, currency')).toEqual([
      ['i1', 10, 20, 'EUR'],
      ['i2', 9, 18, 'EUR'],
      ['i4', null, null, 'JPY'],
      ['i5', 3, 3, null],
    ]);
    expect(result).toMatchObject({ rows: 5, events: 4, dropped: 1 });
    expect(result.files[0]?.steps).toEqual([
      { step: 'currencyUnknown', rows: 1, leavesOut: true },
      { step: 'currency', rows: 1, leavesOut: false },
    ]);
  });

  it('leaves money unchanged in a file without currencies', async () => {
    const lines = ['user,time,action,item,price', `u1,${timeAt(1)},buy,i1,10`];
    const { workspace, result } = await importCleaned({ currency: { to: 'EUR', rates: { USD: 0.9 } } }, lines);
    expect(namedEvents(workspace, 'price')).toEqual([[10]]);
    expect(result.files[0]?.steps).toEqual([]);
  });

  it('drops times and prices outside of inclusive bounds', async () => {
    const lines = [
      'user,time,action,item,price',
      ...[0, 10, 20, 30].map((second) => `u1,${timeAt(second)},view,i${second},${second}`),
      `u1,${timeAt(15)},view,i15,`,
    ];
    const cleaning = { times: { from: timeAt(10), to: timeAt(20) }, prices: { min: 1, max: 10 } };
    const { workspace, result } = await importCleaned(cleaning, lines);
    expect(namedEvents(workspace, 'item')).toEqual([['i10'], ['i15']]);
    expect(result.files[0]?.steps).toEqual([
      { step: 'times', rows: 2, leavesOut: true },
      { step: 'prices', rows: 1, leavesOut: true },
    ]);
    expect(listImports(workspace.db)[0]).toMatchObject({ dropped: 3, steps: result.files[0]?.steps });
  });

  it('clips each column at its own quantile', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `u1,${timeAt(i)},buy,i${i},${i + 1},${20 - i}`);
    const lines = ['user,time,action,item,price,quantity', ...rows];
    const { workspace, result } = await importCleaned({ clip: { quantile: 0.95 } }, lines);
    const column = (name: string) => namedEvents(workspace, name).map(([value]) => value);
    expect(column('price')).toEqual([...Array.from({ length: 19 }, (_, i) => i + 1), 19]);
    expect(column('quantity')).toEqual([19, ...Array.from({ length: 19 }, (_, i) => 19 - i)]);
    expect(result.files[0]?.steps).toEqual([{ step: 'clip', rows: 2, leavesOut: false }]);
  });

  it('excludes internal users from events and attributes', async () => {
    const events = ['user,time,action,item', `u1,${timeAt(1)},view,i1`, `o'hara,${timeAt(2)},view,i1`];
    const users = ['user,age', 'u1,30', "o'hara,40"];
    const { workspace, result } = await importCleaned({ internal: { users: ["o'hara", 'nobody'] } }, events, users);
    expect(result).toMatchObject({ events: 1, metadataRows: 1, dropped: 2, users: 1 });
    expect(namedEvents(workspace, 'user')).toEqual([['u1']]);
  });

  it('ignores rows that an earlier step dropped, and runs in a fixed order', async () => {
    const lines = [
      'user,time,action,item,price',
      `u1,${timeAt(0)},view,i1,-1`,
      `u1,${timeAt(1)},view,i1,5`,
      `u1,${timeAt(2)},view,i1,5`,
    ];
    const { workspace, result } = await importCleaned({ nearRepeats: { seconds: 5 }, prices: { min: 0 } }, lines);
    expect(result.files[0]?.steps.map(({ step, rows }) => [step, rows])).toEqual([
      ['prices', 1],
      ['nearRepeats', 1],
    ]);
    expect(namedEvents(workspace, 'time')).toEqual([[timeAt(1)]]);
  });

  it('ends sessions after the given timeout', async () => {
    const lines = ['user,time,action,item', ...[0, 600, 3000, 9000].map((second) => `u1,${timeAt(second)},view,i1`)];
    expect((await importCleaned({}, lines)).result.sessions).toBe(3);
    expect((await importCleaned({ sessions: { idleMinutes: 9 } }, lines)).result.sessions).toBe(4);
    expect((await importCleaned({ sessions: { idleMinutes: 100 } }, lines)).result.sessions).toBe(1);
  });

  it('reports progress, and stops without a trace if the job is cancelled', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, `user,time,action,item\nu1,${timeAt(0)},view,i1\n`);
    const stages: string[] = [];
    const context = jobContext(workspace, {
      progress: ({ stage, done, total }) => stages.push(`${stage} ${done}/${total}`),
      checkCancelled() {
        if (stages.includes('import.clean 1/2')) throw new Error('cancelled');
      },
    });
    const cleaning = { nearRepeats: { seconds: 1 }, core: { user: 2 } };
    await expect(importJob({ files: [{ file }], cleaning }, context)).rejects.toThrow('cancelled');
    expect(stages.filter((stage) => stage.startsWith('import.clean'))).toEqual([
      'import.clean 0/2',
      'import.clean 1/2',
    ]);
    expect(queryScalar(workspace, 'SELECT count(*) FROM imports')).toBe(0);
  });
});
