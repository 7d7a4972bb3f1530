import type { Behaviour } from '../../../../shared/domain/rule.ts';
import { type Formula, operandsOf } from '../../../../shared/domain/traits/formula.ts';
import type { RuleIds } from '../../store/segments/rule-names.ts';

/** Throws RULE_UNKNOWN_NAME if a formula without references names what the workspace does not have. */
export function checkNames(formula: Formula, ids: RuleIds): void {
  for (const operand of operandsOf(formula)) if ('of' in operand) checkBehaviour(operand.of, ids);
}

function checkBehaviour({ action, category, brand, item }: Behaviour, ids: RuleIds): void {
  if (action !== null) ids.action(action);
  if (category !== undefined) ids.categories(category);
  if (brand !== undefined) ids.brand(brand);
  if (item !== undefined) ids.item(item);
}
