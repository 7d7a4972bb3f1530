import type { Comparison, Rule } from '../../shared/domain/rule.ts';
import { type Conjunction, withReplaced } from './conjunction.ts';
import { type IntervalTopic, isAbout } from './facet-topic.ts';

/** Half-open interval of a facet; null is an open end. */
export interface Interval {
  low: number | null;
  high: number | null;
}

/** Returns the interval of a facet that a conjunction selects; null if there is none. */
export function activeInterval(conditions: Conjunction, topic: IntervalTopic): Interval | null {
  const own = conditions.filter((condition) => isAbout(topic, condition));
  if (own.length === 0) return null;
  const interval: Interval = { low: null, high: null };
  for (const condition of own) narrow(interval, condition);
  return interval.low === null && interval.high === null ? null : interval;
}

function narrow(interval: Interval, condition: Rule): void {
  if ('count' in condition && condition.count.hours) {
    const [from, to] = condition.count.hours;
    Object.assign(interval, { low: from, high: to + 1 });
  }
  if (!('value' in condition) || 'count' in condition || typeof condition.value !== 'number') return;
  const { op, value } = condition;
  if (op === '>=' || op === '>' || op === '=') interval.low = Math.max(interval.low ?? -Infinity, value);
  if (op === '<' || op === '<=') interval.high = Math.min(interval.high ?? Infinity, value);
  if (op === '=') interval.high = value;
}

/** Returns the conditions with those that concern only the facet replaced by an interval; null removes them. */
export function withInterval(conditions: Conjunction, topic: IntervalTopic, interval: Interval | null): Conjunction {
  return withReplaced(conditions, (one) => isAbout(topic, one), interval ? partsOf(topic, interval) : []);
}

function partsOf(topic: IntervalTopic, { low, high }: Interval): Rule[] {
  if (topic.kind === 'hour') {
    const hours: [number, number] = [low ?? 0, (high ?? 24) - 1];
    return [{ count: { action: null, hours }, op: '>=', value: 1 }];
  }
  return [
    ...(low === null ? [] : [comparison(topic, '>=', low)]),
    ...(high === null ? [] : [comparison(topic, '<', high)]),
  ];
}

function comparison(topic: Exclude<IntervalTopic, { kind: 'hour' }>, op: Comparison, value: number): Rule {
  if (topic.kind === 'measure') return { measure: topic.name, op, value };
  if (topic.kind === 'traitNumber') return { trait: topic.name, op, value };
  return topic.kind === 'number' ? { attribute: topic.name, op, value } : { prediction: topic.name, op, value };
}
