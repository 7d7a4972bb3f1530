import type { Behaviour, Rule } from '../../shared/domain/rule.ts';
import { type Conjunction, withReplaced } from './conjunction.ts';
import { isAbout, type ListTopic } from './facet-topic.ts';
import { valueFrom } from './parse-value.ts';

/** Returns the values of a facet that a conjunction selects. */
export function activeValues(conditions: Conjunction, topic: ListTopic): Set<string> {
  return new Set(
    conditions.flatMap((condition) => (isAbout(topic, condition) ? (valuesOf(topic, condition) ?? []) : [])),
  );
}

/**
 * Returns the conditions after a value of a facet is pressed: the value becomes the only one, or is removed if it
 * already was the only one. If `additive`, it is added to the facet's values or removed from them.
 */
export function toggleValue(conditions: Conjunction, topic: ListTopic, value: string, additive: boolean): Conjunction {
  const active = activeValues(conditions, topic);
  const isOnly = active.size === 1 && active.has(value);
  if (!additive) return withValues(conditions, topic, isOnly ? [] : [value]);
  return withValues(
    conditions,
    topic,
    active.has(value) ? [...active].filter((one) => one !== value) : [...active, value],
  );
}

/** Returns the conditions with those that concern only the facet replaced by one that selects the given values. */
export function withValues(conditions: Conjunction, topic: ListTopic, values: readonly string[]): Conjunction {
  const condition = conditionOf(topic, values);
  return withReplaced(conditions, (one) => isAbout(topic, one), condition ? [condition] : []);
}

function conditionOf(topic: ListTopic, values: readonly string[]): Rule | null {
  const [first] = values;
  if (first === undefined) return null;
  if (topic.kind === 'attribute') {
    const { name: attribute } = topic;
    if (values.length > 1) return { attribute, in: values.map(valueFrom) };
    return { attribute, op: '=', value: valueFrom(first) };
  }
  return values.length > 1 ? { any: values.map((value) => leafOf(topic, value)) } : leafOf(topic, first);
}

function leafOf(topic: Exclude<ListTopic, { kind: 'attribute' | 'number' }>, value: string): Rule {
  switch (topic.kind) {
    case 'cluster':
      return { map: topic.map, cluster: Number(value) };
    case 'class':
      return { prediction: topic.name, is: value };
    case 'traitText':
      return { trait: topic.name, op: '=', value };
    case 'action':
      return atLeastOnce({ action: value });
    default:
      return atLeastOnce({ action: null, [topic.kind]: value });
  }
}

const atLeastOnce = (count: Behaviour): Rule => ({ count, op: '>=', value: 1 });

/** Returns the values of the topic that a condition selects; null for another kind of comparison. */
function valuesOf(topic: ListTopic, condition: Rule): string[] | null {
  if ('any' in condition) {
    const parts = condition.any.map((part) => valuesOf(topic, part));
    return parts.every((part) => part !== null) ? parts.flat() : null;
  }
  if ('in' in condition) return condition.in.map(String);
  if ('map' in condition) return [String(condition.cluster)];
  if ('is' in condition) return [condition.is];
  if ('count' in condition) return countValues(topic, condition);
  return 'value' in condition && condition.op === '=' ? [String(condition.value)] : null;
}

function countValues(topic: ListTopic, { count, op, value }: Extract<Rule, { count: Behaviour }>): string[] | null {
  const isOnce = (op === '>=' && value === 1) || (op === '>' && value === 0);
  if (!isOnce) return null;
  if (topic.kind === 'action') return count.action === null ? null : [count.action];
  const name = topic.kind === 'category' ? count.category : topic.kind === 'brand' ? count.brand : undefined;
  return name === undefined ? null : [name];
}
