import { describe, expect, it } from 'vitest';
import { guessesOf } from '../../../../electron/engine/ingest/detect/guess-confidence.ts';
import { inspect } from '../../../../electron/engine/ingest/detect/inspect.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith } from '../import-helpers.ts';

const guesses = (content: string, name = 'export.csv', request: { mapping?: string; preset?: string } = {}) =>
  guessesOf(inspect({ file: fileWith(testWorkspace(), content, name), ...request }));
const guessFor = (field: string, allGuesses: ReturnType<typeof guesses>) =>
  allGuesses.find((guess) => guess.field === field);

describe('the confidence of a guess', () => {
  it('is higher for more specific names', () => {
    const allGuesses = guesses('user_id,event_time,sku,genre\na,2024-05-01 10:00:00,i1,c1\n');
    const sure = (field: string) => guessFor(field, allGuesses)?.confidence ?? 0;
    expect(guessFor('user', allGuesses)).toMatchObject({ source: 'user_id', why: 'name', confidence: 0.95 });
    expect(sure('category')).toBeLessThan(sure('item'));
    expect(sure('item')).toBeLessThan(sure('user'));
  });

  it('is limited by how many cells agree', () => {
    const allGuesses = guesses('user,time,price\na,2024-05-01 10:00:00,5\nb,soon,cheap\n');
    expect(guessFor('time', allGuesses)?.confidence).toBeCloseTo(0.44, 1);
    expect(guessFor('price', allGuesses)?.confidence).toBeLessThan(0.5);
  });

  it('of an action from the file’s name or from its columns is stated', () => {
    const csv = '用户ID,时间,商品ID\na,2024-05-01 10:00:00,i1\n';
    expect(guessFor('action', guesses(csv, 'carts.csv'))).toMatchObject({ source: "'cart'", why: 'filename' });
    expect(guessFor('action', guesses(csv, '2024-05 加购.csv'))).toMatchObject({ source: "'cart'", why: 'filename' });
    expect(guessFor('action', guesses(csv, 'PageViews_1.csv'))).toMatchObject({ source: "'view'", why: 'filename' });
    expect(guessFor('action', guesses(csv, 'export.csv'))).toMatchObject({ source: "'interact'", why: 'default' });
    const bought = 'user,time,quantity\na,2024-05-01,2\n';
    expect(guessFor('action', guesses(bought))).toMatchObject({ source: "'purchase'", why: 'default' });
    expect(guessFor('action', guesses(bought, 'returns.csv'))).toMatchObject({ source: "'return'", why: 'filename' });
  });

  it('suffices for events if the cells show them, although no name suggests a time', () => {
    const csv = 'who,when,did,sku\nann,2024-03-01 10:00:00,view,s1\nbob,2024-03-02 10:00:00,buy,s1\n';
    const allGuesses = guesses(csv);
    expect(guessFor('time', allGuesses)).toMatchObject({ source: 'when', why: 'cells', confidence: 0.6 });
    expect(guessFor('action', allGuesses)).toMatchObject({ source: 'did', why: 'cells' });
    expect(guessFor('item', allGuesses)).toMatchObject({ source: 'sku', why: 'name' });
    expect(guessFor('user', allGuesses)).toBeUndefined();
    const repeated = guesses('sku,when\ns1,2024-03-01\ns1,2024-03-02\n');
    expect(guessFor('time', repeated)).toMatchObject({ source: 'when' });
    const catalogue = guesses('sku,brand,listed\ns1,b,2024-03-01\ns2,b,2024-03-02\n');
    expect(guessFor('time', catalogue)).toBeUndefined();
  });

  it('is 1 for what the user specified', () => {
    const csv = 'a,b\nx,2024-05-01\n';
    expect(guesses(csv, 'x.csv', { mapping: 'user=a,time=b' })).toEqual([
      { field: 'user', source: 'a', confidence: 1, why: 'asked', cells: { kind: 'different', share: 1 } },
      { field: 'time', source: 'b', confidence: 1, why: 'asked', cells: { kind: 'times', share: 1 } },
      { field: 'action', source: "'interact'", confidence: 0.5, why: 'default', cells: null },
    ]);
  });

  it('depends on the cells if there is no header', () => {
    const allGuesses = guesses('1,2268318,2520377,view,1511544070\n1,2333346,2520771,cart,1511561733\n');
    expect(allGuesses.map(({ field, why }) => [field, why])).toEqual(
      ['user', 'time', 'action', 'item', 'category'].map((field) => [field, 'cells']),
    );
  });
});

describe('a vague column name', () => {
  it('is used if events need the field', () => {
    const allGuesses = guesses('shop_member_code,visit_date_utc,event,shop_product_no\nm1,2024-05-01 10:00,view,p1\n');
    expect(allGuesses.map(({ field, source }) => [field, source])).toEqual([
      ['user', 'shop_member_code'],
      ['time', 'visit_date_utc'],
      ['action', 'event'],
      ['item', 'shop_product_no'],
    ]);
    expect(guessFor('user', allGuesses)?.confidence).toBe(0.6);
  });

  it('does not turn a table of users into events', () => {
    const csv = 'user_id,signup_date,first_product_id\na,2024-05-01,i1\n';
    expect(inspect({ file: fileWith(testWorkspace(), csv) })).toMatchObject({
      kind: 'users',
      mapping: { user: 'user_id', attributes: ['*'] },
    });
  });

  it('may be an address, if nothing else identifies the user', () => {
    expect(guessFor('user', guesses('email,date,total\na@b.example,2024-05-01,9\n'))?.source).toBe('email');
    expect(guessFor('user', guesses('email,customer_id,date,total\na@b.example,7,2024-05-01,9\n'))?.source).toBe(
      'customer_id',
    );
  });
});
