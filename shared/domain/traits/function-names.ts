import type { Aggregate, Formula } from './formula.ts';

/** Kind of aggregate by the name of its function. */
export const functions: ReadonlyMap<string, Aggregate['kind']> = new Map([
  ['count', 'count'],
  ['sum', 'sum'],
  ['mean', 'mean'],
  ['distinct', 'distinct'],
  ['most_frequent', 'mostFrequent'],
  ['first', 'first'],
  ['last', 'last'],
  ['days_since', 'daysSince'],
  ['streak', 'streak'],
]);

const names = new Map<string, string>([...functions].map(([name, kind]) => [kind, name]));

/** Returns the name of an aggregate's function; '' for other operands. */
export const functionOf = ({ kind }: Formula): string => names.get(kind) ?? '';
