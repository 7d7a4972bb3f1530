import type { Database } from 'better-sqlite3';
import type { Definition } from '../../../shared/contract/segment.ts';
import { partsOf, type Rule } from '../../../shared/domain/rule.ts';
import type { FeatureCount } from '../store/events/feature-counts.ts';
import { categoriesUnder, idOf } from '../store/names/name-lookup.ts';
import { actionIds } from '../store/names/purchase-actions.ts';

type FeatureTest = (feature: FeatureCount) => boolean;

/**
 * Returns a test for the features that the rule of a definition refers to, such as purchases in “never purchased”.
 * Comparisons omit them, because their difference follows from the rule. For a lasso or a cluster, the test matches no
 * feature.
 */
export function namedFeatures(db: Database, definition: Definition): FeatureTest {
  const tests = 'rule' in definition ? conditionsOf(definition.rule).map((condition) => namedBy(db, condition)) : [];
  return (feature) => tests.some((isNamed) => isNamed(feature));
}

function conditionsOf(rule: Rule): Rule[] {
  const parts = partsOf(rule);
  return parts.length === 0 ? [rule] : parts.flatMap(conditionsOf);
}

function namedBy(db: Database, condition: Rule): FeatureTest {
  if ('attribute' in condition) {
    const attribute = idOf(db, 'attributes', condition.attribute);
    return ({ kind, of }) => kind === 'attribute' && of === attribute;
  }
  const behaviour = 'count' in condition ? condition.count : 'sum' in condition ? condition.sum : null;
  if (!behaviour) return () => false;
  const actions = behaviour.action === null ? null : new Set(actionIds(db, behaviour.action));
  const brand = behaviour.brand === undefined ? null : idOf(db, 'brands', behaviour.brand);
  const item = behaviour.item === undefined ? null : idOf(db, 'items', behaviour.item);
  const categories = new Set(behaviour.category === undefined ? [] : categoriesUnder(db, behaviour.category));
  return ({ kind, of, name }) => {
    if (kind === 'brand') return name === brand;
    if (kind === 'item') return name === item;
    if (kind !== 'behaviour') return false;
    const isNamedAction = actions === null || actions.has(of);
    return name === 0 ? actions !== null && isNamedAction : isNamedAction && categories.has(Number(name));
  };
}
