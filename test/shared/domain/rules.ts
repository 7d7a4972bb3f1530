import fc from 'fast-check';
import { CUSTOMER_SCORES, PURCHASE_DAYS, RFM_NAMES } from '../../../shared/domain/customer-words.ts';
import { LIFE_STAGES } from '../../../shared/domain/life-stage.ts';
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
  users: fc.Arbitrary<string>;
  segments: fc.Arbitrary<string>;
  /** Name of a prediction, a class of it, and whether its scores are those of “yes” or a number. */
  predictions: fc.Arbitrary<{ name: string; class: string; isNumber: boolean }>;
  /** Name of a trait, and values that it may be compared with. */
  traits: fc.Arbitrary<{ name: string; values: fc.Arbitrary<string | number> }>;
}): fc.Arbitrary<Rule> {
  const op = fc.constantFrom(...comparisons);
  const plain = { noNullPrototype: true };
  const coordinate = fc.integer({ min: -8, max: 40 }).map((eighths) => eighths / 8 || 0);
  const behaviour = behaviours(names);
  const trait = names.traits.chain(
    ({ name, values }): fc.Arbitrary<Rule> => fc.record({ trait: fc.constant(name), op, value: values }, plain),
  );
  const prediction = names.predictions.chain(({ name, class: className, isNumber }): fc.Arbitrary<Rule> => {
    const comparison = { prediction: fc.constant(name), op, value: names.numbers.map((number) => number / 8 || 0) };
    if (isNumber) return fc.record(comparison, plain);
    return fc.oneof(
      fc.constant({ prediction: name, is: className }),
      fc.record({ ...comparison, class: fc.constant(className) }, plain),
    );
  });
  const period = fc.constantFrom('2025', '2026', '2026-01', '2026-01-05', '2026-01-15');
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
      fc.record({ users: fc.array(names.users, { minLength: 1, maxLength: 3 }) }, plain),
      fc.record({ segment: names.segments }, plain),
      fc.record(
        {
          lasso: fc.record(
            { map: names.maps, polygon: fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 6 }) },
            plain,
          ),
        },
        plain,
      ),
      prediction,
      trait,
      fc.record(
        { lifeStage: fc.constantFrom(...LIFE_STAGES), at: period },
        { requiredKeys: ['lifeStage'], noNullPrototype: true },
      ),
      fc.record({ rfm: fc.constantFrom(...RFM_NAMES) }, plain),
      fc.record({ score: fc.constantFrom(...CUSTOMER_SCORES), op, value: fc.integer({ min: 0, max: 6 }) }, plain),
      fc.record({ purchaseDay: fc.constantFrom(...PURCHASE_DAYS), op, period }, plain),
    ),
  })).rule;
}

/** Arbitrary filters of events over the given names. */
export function behaviours(names: {
  actions: fc.Arbitrary<string>;
  categories: fc.Arbitrary<string>;
  brands: fc.Arbitrary<string>;
  items: fc.Arbitrary<string>;
  numbers: fc.Arbitrary<number>;
}): fc.Arbitrary<Behaviour> {
  const op = fc.constantFrom(...comparisons);
  const hour = fc.integer({ min: 0, max: 23 });
  const behaviour = fc.record(
    {
      action: fc.option(names.actions),
      category: names.categories,
      brand: names.brands,
      item: names.items,
      days: fc.integer({ min: 1, max: 20 }),
      from: fc.constantFrom('2025-12-31', '2026-01-01', '2026-01-04'),
      to: fc.constantFrom('2026-01-04', '2026-01-10'),
      hours: fc.tuple(hour, hour),
      price: fc.array(fc.record({ op, value: names.numbers }, { noNullPrototype: true }), {
        minLength: 1,
        maxLength: 2,
      }),
    },
    { requiredKeys: ['action'], noNullPrototype: true },
  );
  // Few events satisfy more than two filters.
  const keys = ['category', 'brand', 'item', 'days', 'from', 'to', 'hours', 'price'] as const;
  return fc.tuple(behaviour, fc.subarray([...keys], { maxLength: 3 })).map(([all, chosen]) => {
    const entries = chosen.flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]]]));
    return { action: all.action, ...Object.fromEntries(entries) };
  });
}
