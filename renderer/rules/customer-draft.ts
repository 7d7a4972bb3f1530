import type { CustomerCondition, Rule } from '../../shared/domain/rule.ts';
import { isPeriod } from '../../shared/domain/time/period.ts';
import type { CustomerDraft } from './draft.ts';

type CustomerFacts = Omit<CustomerDraft, 'kind' | 'id' | 'negated' | 'subject'>;

/** A condition on customers with default values. */
export const NEW_CUSTOMER: CustomerFacts = {
  feature: 'life_stage',
  stage: 'atRisk',
  rfm: 'champion',
  period: '',
  op: '=',
  value: 5,
};

export function customerFacts(rule: CustomerCondition): CustomerFacts {
  if ('rfm' in rule) return { ...NEW_CUSTOMER, feature: 'rfm', rfm: rule.rfm };
  if ('score' in rule) return { ...NEW_CUSTOMER, feature: rule.score, op: rule.op, value: rule.value };
  if ('purchaseDay' in rule) return { ...NEW_CUSTOMER, feature: rule.purchaseDay, op: rule.op, period: rule.period };
  return { ...NEW_CUSTOMER, feature: 'life_stage', stage: rule.lifeStage, period: rule.at ?? '' };
}

/** Returns null while the condition is incomplete. */
export function customerRule({ feature, stage, rfm, period, op, value }: CustomerFacts): Rule | null {
  switch (feature) {
    case 'rfm':
      return { rfm };
    case 'life_stage':
      if (period === '') return { lifeStage: stage };
      return isPeriod(period) ? { lifeStage: stage, at: period } : null;
    case 'first_purchase':
    case 'last_purchase':
    case 'purchase_day':
      return isPeriod(period) ? { purchaseDay: feature, op, period } : null;
    default:
      return value === '' ? null : { score: feature, op, value };
  }
}
