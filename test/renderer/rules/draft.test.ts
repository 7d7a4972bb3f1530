import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BehaviourDraft,
  type Draft,
  emptyGroup,
  type LassoDraft,
  type PredictionDraft,
  type Subject,
} from '../../../renderer/rules/draft.ts';
import { draftOf } from '../../../renderer/rules/draft-of-rule.ts';
import { addTo, replaceIn } from '../../../renderer/rules/edit-draft.ts';
import { sketchOf } from '../../../renderer/rules/lasso-sketch.ts';
import { newCondition } from '../../../renderer/rules/new-condition.ts';
import { numberOf, valueFrom } from '../../../renderer/rules/parse-value.ts';
import { partsOfPrediction } from '../../../renderer/rules/predicted-parts.ts';
import { ruleOf } from '../../../renderer/rules/rule-of-draft.ts';
import { type Behaviour, Rule, simplify } from '../../../shared/domain/rule.ts';
import { parseRule } from '../../../shared/domain/rule-parse.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';
import { rules } from '../../shared/domain/rules.ts';

const name = fc.constantFrom('view', 'add to cart', '购买', '"quoted"', 'or');
const anyRule = rules({
  actions: name,
  attributes: name,
  categories: name,
  brands: name,
  items: name,
  values: fc.oneof(name, fc.integer()),
  numbers: fc.integer({ min: 0, max: 1000 }),
  maps: fc.constantFrom('map-1', 'map-2'),
  users: name,
  segments: name,
  predictions: fc.record({ name, class: name, isNumber: fc.boolean() }),
  traits: fc.record({ name, values: fc.constant(fc.oneof(name, fc.integer())) }),
});

const names = { actions: ['view', 'purchase'], attributes: ['city'] };

const ids = (draft: Draft): number[] => [draft.id, ...(draft.kind === 'group' ? draft.children.flatMap(ids) : [])];

describe('a draft and its rule', () => {
  it('are equal: converting a rule to a draft and back changes nothing', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const out = ruleOf(draftOf(rule));
        expect(out && simplify(out)).toEqual(simplify(rule));
      }),
    );
  });

  it('are equal to the text: printing and parsing changes nothing', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const rebuilt = ruleOf(draftOf(rule));
        const reparsed = parseRule(printRule(rebuilt ?? rule));
        const reparsedDraftRule = ruleOf(draftOf(reparsed));
        expect(reparsedDraftRule && simplify(reparsedDraftRule)).toEqual(simplify(rule));
      }),
    );
  });

  it('have unique ids', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const all = ids(draftOf(rule));
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it('represent “not” on a group or a condition as a mark, and keep a double negation', () => {
    const group = draftOf({ not: { all: [{ count: { action: 'view' }, op: '>=', value: 1 }] } });
    expect(group).toMatchObject({ join: 'all', negated: true });
    const condition = draftOf({ not: { measure: 'events', op: '>', value: 3 } });
    expect(condition).toMatchObject({ negated: false, children: [{ subject: 'measure', negated: true }] });
  });
});

describe('an incomplete draft', () => {
  it('has no rule while a group is empty or a value is missing', () => {
    expect(ruleOf(emptyGroup())).toBeNull();
    const half = newCondition('cluster', names);
    expect(ruleOf(emptyGroup([newCondition('count', names), half]))).toBeNull();
    expect(ruleOf(emptyGroup([newCondition('count', names), emptyGroup()]))).toBeNull();
    expect(ruleOf(newCondition('attribute', names))).toBeNull();
  });

  it.each<Subject>(['count', 'sum', 'measure'])('is a rule at once with a new condition about %s', (subject) => {
    const rule = ruleOf(emptyGroup([newCondition(subject, names)]));
    expect(Rule.safeParse(rule).success).toBe(true);
  });

  it.each<Subject>(['attribute', 'prediction', 'cluster', 'lasso', 'segment', 'users'])(
    'has no rule until a new condition about %s names something',
    (subject) => expect(ruleOf(newCondition(subject, names))).toBeNull(),
  );

  it('has no rule while an area has fewer than three corners, or the number of a probability is missing', () => {
    const lasso = { ...newCondition('lasso', names), map: 'map-1' } as LassoDraft;
    expect(ruleOf({ ...lasso, corners: '0 0, 1 1' })).toBeNull();
    expect(ruleOf({ ...lasso, corners: '0 0, 1 1, 2' })).toBeNull();
    const polygon = [
      [0, 0],
      [1, 1],
      [2, -0.5],
    ];
    expect(ruleOf({ ...lasso, corners: ' 0 0,1 1， 2  -0.5' })).toEqual({ lasso: { map: 'map-1', polygon } });
    const probability = draftOf({ prediction: 'city', class: 'Oslo', op: '>', value: 0.5 }).children[0];
    expect(ruleOf({ ...probability, value: '' } as PredictionDraft)).toBeNull();
  });

  it('has no rule while a bound of a price has no number', () => {
    const behaviour: Behaviour = { action: 'view', hours: [20, 22], price: [{ op: '>', value: 5 }] };
    const condition = draftOf({ count: behaviour, op: '>=', value: 1 }).children[0] as BehaviourDraft;
    expect(ruleOf(condition)).toMatchObject({ count: behaviour });
    expect(ruleOf({ ...condition, price: [...condition.price, { op: '<', value: '' }] })).toBeNull();
  });

  it('refuses zero days', () => {
    const today = draftOf({ count: { action: 'view', days: 0 }, op: '>=', value: 1 });
    expect(ruleOf(today)).toBeNull();
  });
});

describe('a prediction', () => {
  it('is compared by what it predicts', () => {
    expect(partsOfPrediction('number', [])).toEqual(['number']);
    expect(partsOfPrediction('classes', ['no', 'yes'])).toEqual(['number', 'class', 'probability']);
    expect(partsOfPrediction('classes', ['Oslo', 'Lima'])).toEqual(['class', 'probability']);
    expect(partsOfPrediction(undefined, [])).toHaveLength(3);
  });
});

describe('the picture of a map', () => {
  it('is fitted into its size, and a place drawn on it is that of the map', () => {
    const sketch = sketchOf(
      { x: Float32Array.of(0, 10, Number.NaN), y: Float32Array.of(0, 4, 1) },
      { width: 112, height: 62 },
    );
    expect(sketch.points).toBe('M31.0 41.0h0M81.0 21.0h0');
    expect(sketch.toMap(sketch.toPixels([3, 2.5]))).toEqual([3, 2.5]);
  });
});

describe('editing a draft', () => {
  const inner = emptyGroup([newCondition('sum', names)]);
  const first = newCondition('count', names);
  const root = emptyGroup([first, inner]);

  it('adds to the given group', () => {
    const added = newCondition('measure', names);
    const changed = addTo(root, inner.id, added);
    expect(ids(changed)).toEqual([...ids(root), added.id]);
    expect(changed.children[1]).toMatchObject({ id: inner.id, children: [{ subject: 'sum' }, { subject: 'measure' }] });
  });

  it('replaces and removes parts', () => {
    const other = newCondition('measure', names);
    expect(ids(replaceIn(root, first.id, other))).toEqual([root.id, other.id, ...ids(inner)]);
    expect(ids(replaceIn(root, inner.id, null))).toEqual([root.id, first.id]);
    expect(ids(replaceIn(root, inner.children[0]!.id, null))).toEqual([root.id, first.id, inner.id]);
  });

  it('does not modify the previous draft', () => {
    const before = JSON.stringify(root);
    addTo(root, root.id, emptyGroup());
    replaceIn(root, first.id, null);
    expect(JSON.stringify(root)).toBe(before);
  });
});

describe('the text of a value', () => {
  it.each([
    ['30', 30],
    ['2.5', 2.5],
    ['-1', -1],
    ['030', '030'],
    ['25-34', '25-34'],
    ['', ''],
    [' ', ' '],
    ['1e400', '1e400'],
  ])('%j is the value %j', (text, value) => expect(valueFrom(text)).toBe(value));

  it('is empty until it is a number', () => {
    expect([numberOf(3), numberOf('4'), numberOf(''), numberOf('-'), numberOf('x')]).toEqual([3, 4, '', '', '']);
  });
});
