import { type Behaviour, MAX_NAMED_USERS, type Rule } from '../../shared/domain/rule.ts';
import { customerRule } from './customer-draft.ts';
import type { BehaviourDraft, ConditionDraft, Draft, GroupDraft, PredictionDraft } from './draft.ts';
import { parseCorners } from './lasso-corners.ts';

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
  switch (draft.subject) {
    case 'attribute': {
      const { attribute, op, values } = draft;
      const [value] = values;
      if (attribute === '' || value === undefined) return null;
      return op === 'in' ? { attribute, in: [...values] } : { attribute, op, value };
    }
    case 'measure':
      return draft.value === '' ? null : { measure: draft.measure, op: draft.op, value: draft.value };
    case 'customer':
      return customerRule(draft);
    case 'prediction':
      return predictionRule(draft);
    case 'trait':
      return draft.trait === '' || draft.value === '' ? null : { trait: draft.trait, op: draft.op, value: draft.value };
    case 'cluster':
      return draft.map === '' || draft.cluster === '' ? null : { map: draft.map, cluster: draft.cluster };
    case 'lasso': {
      const polygon = parseCorners(draft.corners);
      return draft.map === '' || polygon === null ? null : { lasso: { map: draft.map, polygon } };
    }
    case 'segment':
      return draft.segment === '' ? null : { segment: draft.segment };
    case 'users':
      return draft.users.length === 0 || draft.users.length > MAX_NAMED_USERS ? null : { users: [...draft.users] };
    default: {
      const behaviour = behaviourOf(draft);
      const { op, value } = draft;
      if (!behaviour || value === '') return null;
      return draft.subject === 'count' ? { count: behaviour, op, value } : { sum: behaviour, op, value };
    }
  }
}

function predictionRule({ prediction, part, class: ofClass, op, value }: PredictionDraft): Rule | null {
  if (prediction === '' || (part !== 'number' && ofClass === '')) return null;
  if (part === 'class') return { prediction, is: ofClass };
  if (value === '') return null;
  return part === 'number' ? { prediction, op, value } : { prediction, class: ofClass, op, value };
}

function behaviourOf({
  action,
  category,
  brand,
  item,
  days,
  from,
  to,
  hours,
  price,
}: BehaviourDraft): Behaviour | null {
  const bounds = price.flatMap(({ op, value }) => (value === '' ? [] : [{ op, value }]));
  const isReversed = from !== '' && to !== '' && from > to;
  if ((days !== '' && days <= 0) || isReversed || bounds.length < price.length) return null;
  return {
    action,
    ...(category === '' ? {} : { category }),
    ...(brand === '' ? {} : { brand }),
    ...(item === '' ? {} : { item }),
    ...(days === '' ? {} : { days }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(hours === null ? {} : { hours: [...hours] }),
    ...(bounds.length === 0 ? {} : { price: bounds }),
  };
}
