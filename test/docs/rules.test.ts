import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRule } from '../../shared/domain/rule-parse.ts';
import { printRule } from '../../shared/domain/rule-print.ts';

const page = readFileSync(new URL('../../docs/RULES.md', import.meta.url), 'utf8');
const names = { actions: ['view', 'cart', 'purchase'], attributes: ['gender', 'age', 'city'] };

/** The rules in the first column of the page's table. */
const examples = [...page.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, cell]) =>
  [...cell!.matchAll(/`([^`]+)`/g)].map(([, rule]) => rule!),
);

describe('the page about rules', () => {
  it('has an example of every condition', () => {
    expect(examples.length).toBeGreaterThan(20);
  });

  it.each(examples)('shows a rule that is parsed: %s', (example) => {
    const rule = parseRule(example, names);
    expect(parseRule(printRule(rule), names)).toEqual(rule);
  });
});
