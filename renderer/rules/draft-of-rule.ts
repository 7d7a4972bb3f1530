import { type Behaviour, isCustomerCondition, type Rule } from '../../shared/domain/rule.ts';
import { customerFacts } from './customer-draft.ts';
import { type BehaviourDraft, type ConditionDraft, type Draft, emptyGroup, type GroupDraft, newId } from './draft.ts';
import { cornersText } from './lasso-corners.ts';

/** Converts a rule to a draft whose root is a group. */
export function draftOf(rule: Rule): GroupDraft {
  const draft = toDraft(rule, false);
  return draft.kind === 'group' ? draft : emptyGroup([draft]);
}

function toDraft(rule: Rule, negated: boolean): Draft {
  if ('not' in rule) {
    if (!negated) return toDraft(rule.not, true);
    return { ...emptyGroup([toDraft(rule.not, true)]), negated };
  }
  if ('all' in rule || 'any' in rule) {
    const [join, rules] = 'all' in rule ? (['all', rule.all] as const) : (['any', rule.any] as const);
    return { kind: 'group', id: newId(), join, negated, children: rules.map((part) => toDraft(part, false)) };
  }
  return conditionDraft(rule, negated);
}

type Leaf = Exclude<Rule, { not: Rule } | { all: Rule[] } | { any: Rule[] }>;

function conditionDraft(rule: Leaf, negated: boolean): ConditionDraft {
  const common = { kind: 'condition', id: newId(), negated } as const;
  if ('count' in rule)
    return { ...common, subject: 'count', ...behaviourDraft(rule.count), op: rule.op, value: rule.value };
  if ('sum' in rule) return { ...common, subject: 'sum', ...behaviourDraft(rule.sum), op: rule.op, value: rule.value };
  if ('measure' in rule)
    return { ...common, subject: 'measure', measure: rule.measure, op: rule.op, value: rule.value };
  if (isCustomerCondition(rule)) return { ...common, subject: 'customer', ...customerFacts(rule) };
  if ('users' in rule) return { ...common, subject: 'users', users: rule.users };
  if ('segment' in rule) return { ...common, subject: 'segment', segment: rule.segment };
  if ('lasso' in rule) {
    const { map, polygon } = rule.lasso;
    return { ...common, subject: 'lasso', map, corners: cornersText(polygon) };
  }
  if ('prediction' in rule) {
    const { prediction } = rule;
    const named = { ...common, subject: 'prediction', prediction } as const;
    if ('is' in rule) return { ...named, part: 'class', class: rule.is, op: '>=', value: 0.5 };
    const { class: ofClass, op, value } = rule;
    return { ...named, part: ofClass === undefined ? 'number' : 'probability', class: ofClass ?? '', op, value };
  }
  if ('trait' in rule) return { ...common, subject: 'trait', trait: rule.trait, op: rule.op, value: rule.value };
  if ('map' in rule) return { ...common, subject: 'cluster', map: rule.map, cluster: rule.cluster };
  const [op, values] = 'in' in rule ? (['in', rule.in] as const) : ([rule.op, [rule.value]] as const);
  return { ...common, subject: 'attribute', attribute: rule.attribute, op, values: [...values] };
}

type BehaviourFilterDraft = Pick<
  BehaviourDraft,
  'action' | 'category' | 'brand' | 'item' | 'days' | 'from' | 'to' | 'hours' | 'price'
>;

function behaviourDraft(behaviour: Behaviour): BehaviourFilterDraft {
  const {
    action,
    category = '',
    brand = '',
    item = '',
    days = '',
    from = '',
    to = '',
    hours = null,
    price = [],
  } = behaviour;
  return { action, category, brand, item, days, from, to, hours, price };
}
