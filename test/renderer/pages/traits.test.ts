import { describe, expect, it } from 'vitest';
import { formulaExamples } from '../../../renderer/pages/traits/formula-examples.ts';
import { traitDecimals } from '../../../renderer/traits/trait-text.ts';
import { parseFormula } from '../../../shared/domain/traits/formula-parse.ts';
import { printFormula } from '../../../shared/domain/traits/formula-print.ts';

const examplesOf = (actions: [string, number][]) => formulaExamples({ actions: new Map(actions) });

describe('the examples of formulas', () => {
  it('are about the purchases of the workspace and its most frequent other action', () => {
    const examples = new Map(
      examplesOf([
        ['cart', 3],
        ['下单', 2],
        ['pv', 9],
      ]),
    );
    expect(examples.get('basket')).toBe('sum(下单) / count(下单)');
    expect(examples.get('streak')).toBe('streak(pv, weeks)');
  });

  it.each<{ actions: [string, number][] }>([
    { actions: [] },
    { actions: [['item', 2]] },
    {
      actions: [
        ['price', 2],
        ['weeks', 9],
      ],
    },
    {
      actions: [
        ['add to cart', 2],
        ['Order Completed', 1],
        ['12', 4],
      ],
    },
  ])('can be parsed, whatever the actions are: $actions', ({ actions }) => {
    const names = actions.map(([name]) => name);
    for (const [, example] of examplesOf(actions)) {
      const formula = parseFormula(example, names);
      expect(parseFormula(printFormula(formula), names)).toEqual(formula);
      const { of } = 'of' in formula ? formula : { of: undefined };
      if (of) expect([null, ...names]).toContain(of.action);
    }
  });
});

it('a value of a trait has at least four significant digits, and an integer no decimals', () => {
  expect([0, 5, -12_345, 0.5, 3.75, 0.001_234_56, 123.456, 1e-30].map(traitDecimals)).toEqual([
    0, 0, 0, 4, 3, 6, 1, 12,
  ]);
});
