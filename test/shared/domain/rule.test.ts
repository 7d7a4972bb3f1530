import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rule, simplify } from '../../../shared/domain/rule.ts';
import { parseRule } from '../../../shared/domain/rule-parse.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';
import { errorShape } from '../../../shared/errors.ts';
import { rules } from './rules.ts';

const names = { actions: ['view', 'cart', 'purchase', '购买', 'add to cart'], attributes: ['gender', 'city', 'age'] };
const parse = (text: string) => parseRule(text, names);
const failure = (text: string) => {
  try {
    parse(text);
  } catch (error) {
    return errorShape(error);
  }
  throw new Error(`${text} was parsed`);
};

describe('a rule as text', () => {
  it('counts behaviours, alone and in combination', () => {
    expect(parse('count(view) >= 3 and count(purchase) >= 1')).toEqual({
      all: [
        { count: { action: 'view' }, op: '>=', value: 3 },
        { count: { action: 'purchase' }, op: '>=', value: 1 },
      ],
    });
    expect(parse('count(view, category = "数码/手机", days = 30) >= 3')).toEqual({
      count: { action: 'view', category: '数码/手机', days: 30 },
      op: '>=',
      value: 3,
    });
    expect(parse('count(any, brand = 云帆) = 0')).toEqual({
      count: { action: null, brand: '云帆' },
      op: '=',
      value: 0,
    });
    expect(parse('count(category = 数码) > 2')).toEqual({
      count: { action: null, category: '数码' },
      op: '>',
      value: 2,
    });
    expect(parse('sum(purchase) > 500')).toEqual({ sum: { action: 'purchase' }, op: '>', value: 500 });
  });

  it('compares attributes, measures and clusters', () => {
    expect(parse('gender = F')).toEqual({ attribute: 'gender', op: '=', value: 'F' });
    expect(parse('age >= 30')).toEqual({ attribute: 'age', op: '>=', value: 30 });
    expect(parse('age = 25-34')).toEqual({ attribute: 'age', op: '=', value: '25-34' });
    expect(parse('city in ("上海", "北京")')).toEqual({ attribute: 'city', in: ['上海', '北京'] });
    expect(parse('city not in (上海)')).toEqual({ not: { attribute: 'city', in: ['上海'] } });
    expect(parse('recency <= 30')).toEqual({ measure: 'recency', op: '<=', value: 30 });
    expect(parse('cluster("map-1") = 2')).toEqual({ map: 'map-1', cluster: 2 });
    expect(parse('cluster(map-1) != -1')).toEqual({ not: { map: 'map-1', cluster: -1 } });
  });

  it('names users, saved segments, areas of a map and predictions', () => {
    expect(parse('user in ("U1", 007, U3)')).toEqual({ users: ['U1', '007', 'U3'] });
    expect(parse('user = 42 or user not in (1, 2) or user != "x"')).toEqual({
      any: [{ users: ['42'] }, { not: { users: ['1', '2'] } }, { not: { users: ['x'] } }],
    });
    expect(parse('segment("VIP") and not segment(新客)')).toEqual({
      all: [{ segment: 'VIP' }, { not: { segment: '新客' } }],
    });
    const polygon = [
      [0.12, 0.5],
      [-0.3, 0.7],
      [1e-3, 2],
    ];
    expect(parse('lasso("map-1", 0.12 0.5, -0.3 0.7, 1e-3 2)')).toEqual({ lasso: { map: 'map-1', polygon } });
    expect(parse('prediction("returns") > 0.7')).toEqual({ prediction: 'returns', op: '>', value: 0.7 });
    expect(parse('prediction("gender", F) >= 0.5')).toEqual({ prediction: 'gender', class: 'F', op: '>=', value: 0.5 });
    expect(parse('trait("basket") > 80 and trait(favourite) not in (A, 7)')).toEqual({
      all: [
        { trait: 'basket', op: '>', value: 80 },
        {
          not: {
            any: [
              { trait: 'favourite', op: '=', value: 'A' },
              { trait: 'favourite', op: '=', value: 7 },
            ],
          },
        },
      ],
    });
    expect(parse('prediction(gender) = "F" and prediction(gender) != M')).toEqual({
      all: [{ prediction: 'gender', is: 'F' }, { not: { prediction: 'gender', is: 'M' } }],
    });
  });

  it('filters behaviours by the hour of the day and by price', () => {
    expect(parse('count(view, hours = 20..22, price >= 10, price < 50) >= 2')).toEqual({
      count: {
        action: 'view',
        hours: [20, 22],
        price: [
          { op: '>=', value: 10 },
          { op: '<', value: 50 },
        ],
      },
      op: '>=',
      value: 2,
    });
    expect(parse('count(hours = 7)')).toEqual({ count: { action: null, hours: [7, 7] }, op: '>=', value: 1 });
    expect(parse('count(item = 007)')).toMatchObject({ count: { item: '007' } });
  });

  it('compares the life stage, the RFM group, scores and days of purchases of customers', () => {
    expect(parse('life_stage = at_risk')).toEqual({ lifeStage: 'atRisk' });
    expect(parse('life_stage(2026-03) != "Won back"')).toEqual({ not: { lifeStage: 'wonBack', at: '2026-03' } });
    expect(parse('rfm in (Champions, cannot_lose)')).toEqual({ any: [{ rfm: 'champion' }, { rfm: 'cannotLose' }] });
    expect(parse('rfm not in (lost)')).toEqual({ not: { rfm: 'lost' } });
    expect(parse('recency_score >= 4 and monetary_decile = 1')).toEqual({
      all: [
        { score: 'recency_score', op: '>=', value: 4 },
        { score: 'monetary_decile', op: '=', value: 1 },
      ],
    });
    expect(parse('first_purchase < 2026 or purchase_day = 2026-03-08..2026-04')).toEqual({
      any: [
        { purchaseDay: 'first_purchase', op: '<', period: '2026' },
        { purchaseDay: 'purchase_day', op: '=', period: '2026-03-08..2026-04' },
      ],
    });
    expect(parse('"rfm" = x and "life_stage" in (a) and last_purchase')).toEqual({
      all: [
        { attribute: 'rfm', op: '=', value: 'x' },
        { attribute: 'life_stage', in: ['a'] },
        { count: { action: 'last_purchase' }, op: '>=', value: 1 },
      ],
    });
  });

  it('keeps the meaning that a name had before its word began a condition', () => {
    expect(parse('segment = A and price > 3 and "user" = x')).toEqual({
      all: [
        { attribute: 'segment', op: '=', value: 'A' },
        { attribute: 'price', op: '>', value: 3 },
        { attribute: 'user', op: '=', value: 'x' },
      ],
    });
    expect(parse('count(hours) > 1 and user')).toEqual({
      all: [
        { count: { action: 'hours' }, op: '>', value: 1 },
        { count: { action: 'user' }, op: '>=', value: 1 },
      ],
    });
  });

  it.each([
    ['count(view, hours = 20..24)', 'hours', 20],
    ['count(view, hours = evening)', 'hours', 20],
    ['count(view, price in (1))', 'expected-comparison', 18],
    ['count(view, price > 1, price > 1, price > 1, price > 1, price > 1)', 'many-bounds', 62],
    ['count(view, from 2026-13-01)', 'date', 17],
    ['count(view, to soon)', 'date', 15],
    ['trait() > 1', 'expected-trait', 6],
    ['user > 3', 'user-operator', 5],
    ['user in ()', 'expected-user', 9],
    ['segment()', 'expected-segment', 8],
    ['lasso("map-1", 0 0, 1 1)', 'polygon', 13],
    ['lasso("map-1", 0 0, 1)', 'expected-number', 21],
    ['lasso("map-1", 0 x)', 'expected-number', 17],
    ['life_stage = asleep', 'expected-stage', 13],
    ['life_stage > new', 'name-operator', 11],
    ['life_stage(2026-13) = new', 'expected-dates', 11],
    ['rfm = best', 'expected-rfm', 6],
    ['rfm in (loyal, 5)', 'expected-rfm', 15],
    ['first_purchase = yesterday', 'expected-dates', 17],
    ['recency_score = high', 'expected-number', 16],
    ['prediction() > 1', 'expected-prediction', 11],
    ['prediction(gender) > F', 'class-operator', 19],
    ['prediction(gender, F) = F', 'expected-number', 24],
  ])('points at the mistake in %s', (text, variant, position) => {
    expect(failure(text)).toMatchObject({ code: 'RULE_SYNTAX', details: { variant, position } });
  });

  it('limits the number of users and of the points of an area', () => {
    const users = Array.from({ length: 1001 }, (_, i) => `u${i}`);
    expect(failure(`user in (${users.join(', ')})`).details).toMatchObject({ variant: 'many-users', limit: 1000 });
    const points = Array.from({ length: 401 }, (_, i) => `${i} 0`);
    expect(failure(`lasso(m, ${points.join(', ')})`).details).toMatchObject({ least: 3, limit: 400 });
  });

  it('accepts shorthand: a bare action, a compared action, the past tense, and a phrase', () => {
    const rule = parse('count(view) >= 3 and count(purchase) >= 1');
    for (const text of [
      'view >= 3 and purchase >= 1',
      'view >= 3 and purchase',
      'viewed at least 3 times and purchased',
      'VIEW at least 3 AND Purchased',
      'count(viewed) ≥ 3 and count(purchase)',
    ]) {
      expect(parse(text)).toEqual(rule);
    }
    expect(parse('"add to cart" >= 2')).toEqual({ count: { action: 'add to cart' }, op: '>=', value: 2 });
    expect(parse('purchased exactly 1 time')).toEqual({ count: { action: 'purchase' }, op: '=', value: 1 });
  });

  it('accepts full-width punctuation', () => {
    expect(parse('购买 ≥ 2 and city in （“上海”，“北京”）')).toEqual(parse('购买 >= 2 and city in ("上海", "北京")'));
  });

  it('binds "and" before "or", "not" before both, and parentheses first', () => {
    const [a, b, c] = ['view', 'cart', 'purchase'].map(parse) as [Rule, Rule, Rule];
    expect(parse('view or cart and purchase')).toEqual({ any: [a, { all: [b, c] }] });
    expect(parse('(view or cart) and purchase')).toEqual({ all: [{ any: [a, b] }, c] });
    expect(parse('not view and cart')).toEqual({ all: [{ not: a }, b] });
    expect(parse('not (view and cart)')).toEqual({ not: { all: [a, b] } });
  });

  it('reports the position of a mistake, what was expected, and an example', () => {
    expect(failure('count(view) >= and purchase')).toMatchObject({
      code: 'RULE_SYNTAX',
      message: 'Expected a number but found “and”. (character 16 of the rule)',
      details: {
        position: 15,
        character: 16,
        variant: 'expected-number',
        word: '',
        limit: 0,
        least: 0,
        found: 'and',
        isFormula: false,
      },
    });
    const details = { word: '', limit: 0, least: 0, found: '', isFormula: false };
    const unclosed = { ...details, position: 9, character: 10, variant: 'open-quote', word: '"' };
    expect(failure('gender = "F').details).toEqual(unclosed);
    const another = { ...details, position: 10, character: 11, variant: 'expected-end', found: 'purchase' };
    expect(failure('view >= 3 purchase').details).toEqual(another);
    expect(failure('').details).toEqual({ ...details, position: 0, character: 1, variant: 'expected-name' });
    for (const text of [
      '(view',
      'view)',
      'count(view',
      'city in ()',
      'sum(purchase)',
      'view @ 3',
      'count(view, days = 0)',
    ]) {
      expect(failure(text)).toMatchObject({ code: 'RULE_SYNTAX', hint: expect.stringMatching(/./) });
    }
    expect(failure('cluster(m) = 1.5').code).toBe('RULE_SYNTAX');
    expect(failure('('.repeat(100_000)).code).toBe('RULE_SYNTAX');
    expect(failure(`1${'0'.repeat(400)} = 3`).code).toBe('RULE_SYNTAX');
  });

  it('is the same after printing and parsing, whatever the names are', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'view',
        'and',
        'COUNT',
        'any',
        'recency',
        'days',
        'user',
        'hours',
        'price',
        'segment',
        '25-34',
        '12',
        '1e3',
        '数码/手机',
        'a"b\\c',
        ' ',
        "'",
      ),
      fc.string({ minLength: 1, unit: 'binary' }),
    );
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const rule = rules({
      actions: name,
      attributes: name,
      categories: name,
      brands: name,
      items: name,
      values: fc.oneof(name, fc.constant(''), numbers),
      numbers,
      maps: name,
      users: name,
      segments: name,
      predictions: fc.record({ name, class: name, isNumber: fc.boolean() }),
      traits: fc.record({ name, values: fc.constant(fc.oneof(name, numbers)) }),
    });
    fc.assert(
      fc.property(rule, (rule) => {
        const text = printRule(rule);
        expect(parseRule(text, namesIn(rule))).toEqual(rule);
        expect(Rule.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
        expect(simplify({ all: [{ any: [rule] }] })).toEqual(rule);
        expect(printRule({ all: [{ any: [rule] }] })).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('is either parsed or refused with RULE_SYNTAX, for any text', () => {
    const piece = fc.constantFrom(
      ...'count( sum( ) ( and or not in , view gender >= = 3 "x" “ days category cluster( 数码/手机 user hours 20..22 price segment( lasso( prediction( trait( from to 2026-01-01'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')),
    );
    fc.assert(
      fc.property(text, (text) => {
        try {
          Rule.parse(parse(text));
        } catch (error) {
          expect(errorShape(error).code).toBe('RULE_SYNTAX');
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** Attributes and actions that a rule names, as a workspace would provide them. */
function namesIn(rule: Rule): { actions: string[]; attributes: string[] } {
  if ('not' in rule) return namesIn(rule.not);
  const group = 'all' in rule ? rule.all : 'any' in rule ? rule.any : null;
  if (group) {
    const parts = group.map(namesIn);
    return { actions: parts.flatMap((p) => p.actions), attributes: parts.flatMap((p) => p.attributes) };
  }
  if ('attribute' in rule) return { actions: [], attributes: [rule.attribute] };
  const behaviour = 'count' in rule ? rule.count : 'sum' in rule ? rule.sum : null;
  return { actions: behaviour?.action ? [behaviour.action] : [], attributes: [] };
}
