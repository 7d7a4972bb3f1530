import type { RuleGroup } from '../../../../shared/contract/brief-facts.ts';
import type { Comparison, Measure, Rule } from '../../../../shared/domain/rule.ts';
import type { Everyone } from './everyone.ts';
import { median, quantile } from './proportion.ts';

/** A rule and the group that it defines. */
export interface RuleOfGroup {
  readonly group: RuleGroup;
  readonly rule: Rule;
}

/**
 * Returns rules that partition all users by how often and how recently they bought (frequency and recency of RFM), or
 * were active if there are no purchases. Often: the top quarter of those who did. Recently: within the last quarter of
 * the period.
 */
export function ruleGroups(everyone: Everyone): RuleOfGroup[] {
  return everyone.hasPurchases ? purchaseGroups(everyone) : activityGroups(everyone);
}

function purchaseGroups(everyone: Everyone): RuleOfGroup[] {
  const buyers = [...everyone.frequency.keys()].filter((row) => everyone.frequency[row]! > 0);
  const others = [...everyone.frequency.keys()].filter((row) => everyone.frequency[row] === 0);
  const often = Math.max(2, quantile(pick(everyone.frequency, buyers), 0.75));
  const recent = recentDays(everyone);
  const many = Math.max(2, median(pick(everyone.events, others)));
  const between: Rule = { all: [is('frequency', '>=', 2), is('frequency', '<', often)] };
  return [
    ...byRecency('loyal', 'loyalLapsed', is('frequency', '>=', often), recent),
    ...(often > 2 ? byRecency('repeat', 'repeatLapsed', between, recent) : []),
    ...byRecency('single', 'singleLapsed', is('frequency', '=', 1), recent),
    ...(others.length > 0 ? nonBuyers(many) : []),
  ];
}

const nonBuyers = (many: number): RuleOfGroup[] => [
  { group: 'lookers', rule: { all: [is('frequency', '=', 0), is('events', '>=', many)] } },
  { group: 'passers', rule: { all: [is('frequency', '=', 0), is('events', '<', many)] } },
];

function activityGroups(everyone: Everyone): RuleOfGroup[] {
  const { events } = everyone;
  const many = Math.max(2, quantile(events, 0.75));
  const recent = recentDays(everyone);
  return [
    ...byRecency('heavy', 'heavyLapsed', is('events', '>=', many), recent),
    ...byRecency('light', 'lightLapsed', is('events', '<', many), recent),
  ];
}

/** Minimum length of a period in days for a division by recency. */
const SHORTEST_PERIOD = 4;

/** Returns the number of days that count as recent; null if events have no dates or the period is short. */
function recentDays({ days }: Everyone): number | null {
  return days === null || days < SHORTEST_PERIOD ? null : Math.round(days / 4);
}

/** Divides a group by the days since the last event; returns it undivided if `days` is null. */
function byRecency(recentGroup: RuleGroup, lapsedGroup: RuleGroup, rule: Rule, days: number | null): RuleOfGroup[] {
  if (days === null) return [{ group: recentGroup, rule }];
  const parts = 'all' in rule ? rule.all : [rule];
  return [
    { group: recentGroup, rule: { all: [...parts, is('recency', '<=', days)] } },
    { group: lapsedGroup, rule: { all: [...parts, is('recency', '>', days)] } },
  ];
}

const is = (measure: Measure, op: Comparison, value: number): Rule => ({ measure, op, value });

const pick = (column: ArrayLike<number>, rows: readonly number[]) => rows.map((row) => column[row]!);
