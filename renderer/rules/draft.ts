import type { Behaviour, Comparison, Measure, Rule, Value } from '../../shared/domain/rule.ts';

/** A number being typed: empty until it is valid. */
export type NumberDraft = number | '';

export interface GroupDraft {
  kind: 'group';
  id: number;
  join: 'all' | 'any';
  negated: boolean;
  children: Draft[];
}

export type Subject = 'count' | 'sum' | 'attribute' | 'measure' | 'cluster';

interface Condition {
  kind: 'condition';
  id: number;
  negated: boolean;
}

export interface BehaviourDraft extends Condition {
  subject: 'count' | 'sum';
  /** null for any. */
  action: string | null;
  category: string;
  brand: string;
  item: string;
  days: NumberDraft;
  /** Filters without fields in the editor. */
  others: Pick<Behaviour, 'hours' | 'price'>;
  op: Comparison;
  value: NumberDraft;
}

export interface AttributeDraft extends Condition {
  subject: 'attribute';
  attribute: string;
  op: Comparison | 'in';
  values: Value[];
}

export interface MeasureDraft extends Condition {
  subject: 'measure';
  measure: Measure;
  op: Comparison;
  value: NumberDraft;
}

export interface ClusterDraft extends Condition {
  subject: 'cluster';
  map: string;
  cluster: NumberDraft;
}

/** A condition without fields in the editor; it is shown and edited as text. */
export interface TextDraft extends Condition {
  subject: 'text';
  rule: Rule;
}

export type ConditionDraft = BehaviourDraft | AttributeDraft | MeasureDraft | ClusterDraft | TextDraft;
/** A rule being edited: conditions may be incomplete and groups empty. */
export type Draft = GroupDraft | ConditionDraft;

let lastId = 0;

/** Returns an id that is unique among the drafts of this page. */
export function newId(): number {
  return ++lastId;
}

export function emptyGroup(children: Draft[] = []): GroupDraft {
  return { kind: 'group', id: newId(), join: 'all', negated: false, children };
}

/** Returns a condition with default values. */
export function newCondition(
  subject: Subject,
  names: { actions: readonly string[]; attributes: readonly string[] },
): ConditionDraft {
  const common = { kind: 'condition', id: newId(), negated: false } as const;
  if (subject === 'attribute') {
    return { ...common, subject, attribute: names.attributes[0] ?? '', op: '=', values: [] };
  }
  if (subject === 'measure') return { ...common, subject, measure: 'recency', op: '<=', value: 30 };
  if (subject === 'cluster') return { ...common, subject, map: '', cluster: '' };
  const noFilters = { category: '', brand: '', item: '', days: '', others: {} } as const;
  return { ...common, subject, action: names.actions[0] ?? null, ...noFilters, op: '>=', value: 1 };
}

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
  const common = { kind: 'condition', id: newId(), negated } as const;
  if ('count' in rule)
    return { ...common, subject: 'count', ...behaviourDraft(rule.count), op: rule.op, value: rule.value };
  if ('sum' in rule) return { ...common, subject: 'sum', ...behaviourDraft(rule.sum), op: rule.op, value: rule.value };
  if ('measure' in rule)
    return { ...common, subject: 'measure', measure: rule.measure, op: rule.op, value: rule.value };
  if ('users' in rule || 'segment' in rule || 'lasso' in rule || 'prediction' in rule)
    return { ...common, subject: 'text', rule };
  if ('map' in rule) return { ...common, subject: 'cluster', map: rule.map, cluster: rule.cluster };
  const [op, values] = 'in' in rule ? (['in', rule.in] as const) : ([rule.op, [rule.value]] as const);
  return { ...common, subject: 'attribute', attribute: rule.attribute, op, values: [...values] };
}

type BehaviourFilterDraft = Pick<BehaviourDraft, 'action' | 'category' | 'brand' | 'item' | 'days' | 'others'>;

function behaviourDraft(behaviour: Behaviour): BehaviourFilterDraft {
  const { action, category = '', brand = '', item = '', days, ...others } = behaviour;
  return { action, category, brand, item, days: days ?? '', others };
}

/** Converts a draft to a rule; null while it is incomplete. */
export function ruleOf(draft: Draft): Rule | null {
  const rule = draft.kind === 'group' ? groupRule(draft) : conditionRule(draft);
  return rule && draft.negated ? { not: rule } : rule;
}

function groupRule({ join, children }: GroupDraft): Rule | null {
  const rules: Rule[] = [];
  for (const child of children) {
    const rule = ruleOf(child);
    if (!rule) return null;
    rules.push(rule);
  }
  if (rules.length === 0) return null;
  return join === 'all' ? { all: rules } : { any: rules };
}

function conditionRule(draft: ConditionDraft): Rule | null {
  if (draft.subject === 'text') return draft.rule;
  if (draft.subject === 'attribute') {
    const { attribute, op, values } = draft;
    const [value] = values;
    if (attribute === '' || value === undefined) return null;
    return op === 'in' ? { attribute, in: [...values] } : { attribute, op, value };
  }
  if (draft.subject === 'cluster') {
    const { map, cluster } = draft;
    return map === '' || cluster === '' ? null : { map, cluster };
  }
  const { op, value } = draft;
  if (value === '') return null;
  if (draft.subject === 'measure') return { measure: draft.measure, op, value };
  const behaviour = behaviourOf(draft);
  if (!behaviour) return null;
  return draft.subject === 'count' ? { count: behaviour, op, value } : { sum: behaviour, op, value };
}

function behaviourOf({ action, category, brand, item, days, others }: BehaviourDraft): Behaviour | null {
  if (days !== '' && days <= 0) return null;
  return {
    action,
    ...(category === '' ? {} : { category }),
    ...(brand === '' ? {} : { brand }),
    ...(item === '' ? {} : { item }),
    ...(days === '' ? {} : { days }),
    ...others,
  };
}
