import fc from 'fast-check';
import { measures } from '../../../../shared/domain/rule.ts';
import {
  type EventValue,
  eventValues,
  type Formula,
  isTextual,
  periods,
  summedValues,
} from '../../../../shared/domain/traits/formula.ts';
import { behaviours } from '../rules.ts';

const plain = { noNullPrototype: true };

/** Arbitrary formulas over the given names; operands of a calculation are numbers. */
export function formulas(names: Parameters<typeof behaviours>[0] & { traits?: fc.Arbitrary<string> }) {
  const of = behaviours(names);
  const value = fc.constantFrom(...eventValues);
  const kind = <K extends string>(...kinds: K[]) => fc.constantFrom(...kinds);
  const first = kind('first', 'last');
  const operands: fc.Arbitrary<Formula>[] = [
    fc.record({ kind: kind('number'), value: names.numbers }, plain),
    fc.record({ kind: kind('measure'), measure: fc.constantFrom(...measures) }, plain),
    fc.record({ kind: kind('count'), of }, plain),
    fc.record({ kind: kind('sum', 'mean'), value: fc.constantFrom(...summedValues), of }, plain),
    fc.record({ kind: kind('distinct', 'mostFrequent', 'first', 'last'), value, of }, plain),
    fc.record({ kind: kind('daysSince'), event: first, of }, plain),
    fc.record({ kind: kind('streak'), period: fc.constantFrom(...periods), of }, plain),
    ...(names.traits ? [fc.record({ kind: kind('trait'), trait: names.traits }, plain)] : []),
  ];
  const operand = fc.oneof(...operands);
  const number = operand.map((formula): Formula => (isTextual(formula) ? numeric(formula) : formula));
  const { formula } = fc.letrec<{ formula: Formula; part: Formula }>((tie) => ({
    formula: fc.oneof(operand, calculation(tie('part'))),
    part: fc.oneof({ maxDepth: 3, withCrossShrink: true }, number, calculation(tie('part'))),
  }));
  return formula;
}

function calculation(part: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> {
  const operator = fc.constantFrom('+', '-', '*', '/');
  return fc.record({ kind: fc.constant('calculation'), operator, left: part, right: part }, plain);
}

/** Replaces an aggregate of texts by the number of them. */
function numeric(formula: Formula): Formula {
  const { value, of } = formula as { value: EventValue } & Extract<Formula, { kind: 'first' }>;
  return { kind: 'distinct', value, of };
}
