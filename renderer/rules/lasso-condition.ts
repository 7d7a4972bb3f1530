import type { Lasso, Rule } from '../../shared/domain/rule.ts';
import { type Conjunction, leavesOf, withReplaced } from './conjunction.ts';

/**
 * Returns the conditions after a lasso is drawn: it replaces the lassos of its map, is added to them, or is subtracted.
 */
export function withLasso(conditions: Conjunction, lasso: Lasso, effect: 'replace' | 'add' | 'subtract'): Conjunction {
  const isOwn = (condition: Rule) =>
    leavesOf(condition).every((leaf) => 'lasso' in leaf && leaf.lasso.map === lasso.map);
  if (effect === 'subtract') return [...conditions, { not: { lasso } }];
  const earlier = conditions.filter(isOwn);
  const [first] = earlier;
  if (effect === 'replace' || first === undefined) return withReplaced(conditions, isOwn, [{ lasso }]);
  const union = earlier.length === 1 ? first : { all: [...earlier] };
  return withReplaced(conditions, isOwn, [{ any: 'any' in union ? [...union.any, { lasso }] : [union, { lasso }] }]);
}

/** Returns the lassos of a map in a conjunction. */
export function lassosOf(conditions: Conjunction, map: string): Lasso['polygon'][] {
  return conditions
    .flatMap(leavesOf)
    .flatMap((leaf) => ('lasso' in leaf && leaf.lasso.map === map ? [leaf.lasso.polygon] : []));
}
