import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../../../shared/domain/traits/formula-parse.ts';
import { printFormula } from '../../../../shared/domain/traits/formula-print.ts';
import { errorShape } from '../../../../shared/errors.ts';
import { formulas } from './formulas.ts';

const parse = (text: string) => parseFormula(text, ['view', 'purchase']);
const failure = (text: string) => {
  try {
    parse(text);
  } catch (error) {
    return errorShape(error);
  }
  throw new Error(`${text} was parsed`);
};

describe('the formula of a trait', () => {
  it('counts, sums and averages the events that a condition of a rule would count', () => {
    expect(parse('count(viewed, category = "手机", days = 90)')).toEqual({
      kind: 'count',
      of: { action: 'view', category: '手机', days: 90 },
    });
    const may = { action: 'purchase', from: '2024-05-01', to: '2024-05-31' };
    expect(parse('mean(purchase, from 2024-05-01 to 2024-05-31)')).toEqual({ kind: 'mean', value: 'amount', of: may });
    expect(parse('sum(price, price >= 10)')).toEqual({
      kind: 'sum',
      value: 'price',
      of: { action: null, price: [{ op: '>=', value: 10 }] },
    });
  });

  it('takes values of events: of distinct ones the number, else the first, last or most frequent', () => {
    const view = { action: 'view' };
    expect(parse('distinct(item, view)')).toEqual({ kind: 'distinct', value: 'item', of: view });
    expect(parse('most_frequent(category, view)')).toEqual({ kind: 'mostFrequent', value: 'category', of: view });
    expect(parse('last(brand, view)')).toEqual({ kind: 'last', value: 'brand', of: view });
    expect(parse('first(view)')).toEqual({ kind: 'first', value: 'day', of: view });
    expect(parse('days_since(last(view))')).toEqual({ kind: 'daysSince', event: 'last', of: view });
    expect(parse('streak(view, weeks, days = 90)')).toEqual({
      kind: 'streak',
      period: 'weeks',
      of: { ...view, days: 90 },
    });
  });

  it('calculates with products before sums, from the left, and parentheses first', () => {
    expect(printFormula(parse('(monetary + 2)*3 - count(any) - -1'))).toBe('(monetary + 2) * 3 - count(any) - -1');
    expect(printFormula(parse('monetary -3 ÷ 2'))).toBe('monetary + -3 / 2');
    expect(printFormula(parse('monetary - (recency - 1) / (2 / 3)'))).toBe('monetary - (recency - 1) / (2 / 3)');
    expect(parse('sum(purchase)/count(purchase)')).toEqual(parse('sum(purchase) / count(purchase)'));
    expect(printFormula(parse('trait("a b") / events'))).toBe('trait("a b") / events');
  });

  it.each([
    ['', 'expected-operand', 0],
    ['cuont(view)', 'expected-operand', 0],
    ['monetary/frequency', 'expected-operand', 0],
    ['count(view) / ', 'expected-operand', 14],
    ['count(view) count(view)', 'formula-end', 12],
    ['count(view, colour = red)', 'expected-term', 12],
    ['count(view', 'expected-mark', 10],
    ['count(view, days = 0)', 'days', 19],
    ['count(view, from 2024-02-30)', 'date', 17],
    ['count(view, from 2024-02-02 to 2024-02-01)', 'date-order', 17],
    ['sum(category, view)', 'number-field', 4],
    ['distinct(view)', 'expected-field', 9],
    ['days_since(view)', 'expected-first-or-last', 11],
    ['streak(view)', 'expected-period', 11],
    ['2 * last(brand, view)', 'text-operand', 4],
    ['first(view) + 1', 'text-operand', 0],
    ['1 & 2', 'character', 2],
    ['('.repeat(5000), 'depth', 30],
    [Array.from({ length: 51 }, () => '1').join(' + '), 'many-operands', 200],
  ])('points at the mistake in %s', (text, variant, position) => {
    expect(failure(text)).toMatchObject({
      code: 'RULE_SYNTAX',
      hint: expect.stringMatching(/./),
      details: { variant, position, isFormula: true },
    });
  });

  it('says that the place is in a formula', () => {
    expect(failure('count(view) /').message).toBe(
      'Expected a function, a measure or a number but found the end of the formula. (character 14 of the formula)',
    );
  });

  it('is the same after printing and parsing, whatever the names are', () => {
    const word = fc.constantFrom(
      'view',
      'item',
      'day',
      'Weeks',
      'price',
      'first',
      'and',
      '12',
      'a"b',
      ' ',
      'to',
      'any',
    );
    const name = fc.oneof(word, fc.string({ minLength: 1, unit: 'binary' }));
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const names = { actions: name, categories: name, brands: name, items: name, numbers, traits: name };
    fc.assert(
      fc.property(formulas(names), (formula) => {
        const text = printFormula(formula);
        const actions = [...JSON.stringify(formula).matchAll(/"action":("(?:[^"\\]|\\.)*")/g)].map(([, json]) =>
          String(JSON.parse(json!)),
        );
        expect(parseFormula(text, actions)).toEqual(formula);
      }),
      { numRuns: 500 },
    );
  });
});
