import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../shared/domain/traits/formula-parse.ts';
import { printFormula } from '../../shared/domain/traits/formula-print.ts';

const page = readFileSync(new URL('../../docs/TRAITS.md', import.meta.url), 'utf8');
const actions = ['view', 'cart', 'purchase'];

/** The formulas in the first column of the page's table. */
const examples = [...page.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, cell]) =>
  [...cell!.matchAll(/`([^`]+)`/g)].map(([, formula]) => formula!),
);

describe('the page about computed traits', () => {
  it('has an example of every function', () => {
    const functions = new Set(examples.flatMap((example) => [...example.matchAll(/(\w+)\(/g)].map(([, name]) => name)));
    for (const name of ['count', 'sum', 'mean', 'distinct', 'most_frequent', 'first', 'last', 'days_since', 'streak'])
      expect(functions).toContain(name);
  });

  it.each(examples)('shows a formula that is parsed: %s', (example) => {
    const formula = parseFormula(example, actions);
    expect(parseFormula(printFormula(formula), actions)).toEqual(formula);
  });
});
