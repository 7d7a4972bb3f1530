import fc from 'fast-check';
import { type Behaviour, comparisons, measures, type Rule } from '../../../shared/domain/rule.ts';

/** Arbitrary rules over the given names; groups have at least two members. */
export function rules(names: {
  actions: fc.Arbitrary<string>;
  attributes: fc.Arbitrary<string>;
  categories: fc.Arbitrary<string>;
  brands: fc.Arbitrary<string>;
  items: fc.Arbitrary<string>;
  values: fc.Arbitrary<string | number>;
  numbers: fc.Arbitrary<number>;
  maps: fc.Arbitrary<string>;
}): fc.Arbitrary<Rule> {
  const op = fc.constantFrom(...comparisons);
  const behaviour: fc.Arbitrary<Behaviour> = fc.record(
    {
      action: fc.option(names.actions),
      category: names.categories,
      brand: names.brands,
      item: names.items,
      days: fc.integer({ min: 1, max: 20 }),
    },
    { requiredKeys: ['action'], noNullPrototype: true },
  );
  const plain = { noNullPrototype: true };
  return fc.letrec<{ rule: Rule; leaf: Rule; group: Rule }>((tie) => ({
    rule: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('leaf'), tie('group')),
    group: fc.oneof(
      fc.record({ all: fc.array(tie('rule'), { minLength: 2, maxLength: 3 }) }, plain),
      fc.record({ any: fc.array(tie('rule'), { minLength: 2, maxLength: 3 }) }, plain),
      fc.record({ not: tie('rule') }, plain),
    ),
    leaf: fc.oneof(
      fc.record({ count: behaviour, op, value: names.numbers }, plain),
      fc.record({ sum: behaviour, op, value: names.numbers }, plain),
      fc.record({ attribute: names.attributes, op, value: names.values }, plain),
      fc.record({ attribute: names.attributes, in: fc.array(names.values, { minLength: 1, maxLength: 3 }) }, plain),
      fc.record({ measure: fc.constantFrom(...measures), op, value: names.numbers }, plain),
      fc.record({ map: names.maps, cluster: fc.integer({ min: -1, max: 3 }) }, plain),
    ),
  })).rule;
}
