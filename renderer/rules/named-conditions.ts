import type { Rule } from '../../shared/domain/rule.ts';
import { type Conjunction, withReplaced } from './conjunction.ts';

/** Returns the conditions with a user added to the users selected by name. */
export function withUser(conditions: Conjunction, user: string): Conjunction {
  const isNamed = (condition: Rule) => 'users' in condition;
  const named = conditions.flatMap((condition) => ('users' in condition ? condition.users : []));
  return withReplaced(conditions, isNamed, [{ users: [...new Set([...named, user])] }]);
}

/** Returns the conditions with membership of a saved segment added. */
export function withSegment(conditions: Conjunction, segment: string): Conjunction {
  const isSame = (condition: Rule) => 'segment' in condition && condition.segment === segment;
  return conditions.some(isSame) ? conditions : [...conditions, { segment }];
}
