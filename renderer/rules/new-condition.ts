import { NEW_CUSTOMER } from './customer-draft.ts';
import { type ConditionDraft, newId, type Subject } from './draft.ts';

/** Returns a condition with default values. */
export function newCondition(
  subject: Subject,
  names: { actions: readonly string[]; attributes: readonly string[] },
): ConditionDraft {
  const common = { kind: 'condition', id: newId(), negated: false } as const;
  switch (subject) {
    case 'attribute':
      return { ...common, subject, attribute: names.attributes[0] ?? '', op: '=', values: [] };
    case 'measure':
      return { ...common, subject, measure: 'recency', op: '<=', value: 30 };
    case 'customer':
      return { ...common, subject, ...NEW_CUSTOMER };
    case 'prediction':
      return { ...common, subject, prediction: '', part: 'class', class: '', op: '>=', value: 0.5 };
    case 'trait':
      return { ...common, subject, trait: '', op: '>=', value: '' };
    case 'cluster':
      return { ...common, subject, map: '', cluster: '' };
    case 'lasso':
      return { ...common, subject, map: '', corners: '' };
    case 'segment':
      return { ...common, subject, segment: '' };
    case 'users':
      return { ...common, subject, users: [] };
    default: {
      const noDates = { days: '', from: '', to: '', hours: null } as const;
      const noFilters = { category: '', brand: '', item: '', ...noDates, price: [] } as const;
      return { ...common, subject, action: names.actions[0] ?? null, ...noFilters, op: '>=', value: 1 };
    }
  }
}
