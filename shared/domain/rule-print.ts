import type { Behaviour, Rule, Value } from './rule.ts';
import { NUMBER, reserved, WORD } from './rule-words.ts';

/** A rule as text that `parseRule` reads back as the same rule (but for groups of one). */
export function printRule(rule: Rule): string {
  if ('all' in rule) return joined(rule.all, ' and ');
  if ('any' in rule) return joined(rule.any, ' or ');
  if ('not' in rule) return `not ${inner(rule.not)}`;
  if ('count' in rule) return `count(${printBehaviour(rule.count)}) ${rule.op} ${rule.value}`;
  if ('sum' in rule) return `sum(${printBehaviour(rule.sum)}) ${rule.op} ${rule.value}`;
  if ('in' in rule) return `${printName(rule.attribute)} in (${rule.in.map(printValue).join(', ')})`;
  if ('attribute' in rule) return `${printName(rule.attribute)} ${rule.op} ${printValue(rule.value)}`;
  if ('measure' in rule) return `${rule.measure} ${rule.op} ${rule.value}`;
  return `cluster(${printName(rule.map)}) = ${rule.cluster}`;
}

function joined(rules: readonly Rule[], word: string): string {
  return rules.length === 1 ? printRule(rules[0]!) : rules.map(inner).join(word);
}

function inner(rule: Rule): string {
  return 'all' in rule || 'any' in rule ? `(${printRule(rule)})` : printRule(rule);
}

function printBehaviour({ action, category, brand, item, days }: Behaviour): string {
  const parts = [action === null ? 'any' : printName(action)];
  if (category !== undefined) parts.push(`category = ${quoted(category)}`);
  if (brand !== undefined) parts.push(`brand = ${quoted(brand)}`);
  if (item !== undefined) parts.push(`item = ${quoted(item)}`);
  if (days !== undefined) parts.push(`days = ${days}`);
  return parts.join(', ');
}

function printValue(value: Value): string {
  return typeof value === 'number' ? String(value) : printName(value);
}

function printName(name: string): string {
  const bare = whole(WORD, name) && !whole(NUMBER, name) && !reserved.has(name.toLowerCase());
  return bare ? name : quoted(name);
}

function whole(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[0].length === text.length;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
