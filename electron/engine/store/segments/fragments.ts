import type { Fragment } from '../events/measures.ts';

/** Combines conditions in a balanced tree of parentheses, as SQLite limits the depth of expressions. */
export function combine(parts: readonly Fragment[], operator: 'AND' | 'OR'): Fragment {
  if (parts.length === 1) return parts[0]!;
  const half = Math.ceil(parts.length / 2);
  const left = combine(parts.slice(0, half), operator);
  const right = combine(parts.slice(half), operator);
  return { sql: `(${left.sql} ${operator} ${right.sql})`, parameters: [...left.parameters, ...right.parameters] };
}

/** Puts SQL before and after a fragment, with the value of a parameter in the latter. */
export function wrap(before: string, { sql, parameters }: Fragment, after: string, value?: number | string): Fragment {
  return { sql: before + sql + after, parameters: value === undefined ? parameters : [...parameters, value] };
}
