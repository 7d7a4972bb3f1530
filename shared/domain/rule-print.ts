import type { Behaviour, Rule, Value } from './rule.ts';
import { leading, NUMBER, reserved, WORD } from './rule-words.ts';

/** Formats a rule as text that `parseRule` parses to the same rule (except for groups of one). */
export function printRule(rule: Rule): string {
  if ('all' in rule) return printGroup(rule.all, ' and ');
  if ('any' in rule) return printGroup(rule.any, ' or ');
  if ('not' in rule) return `not ${printNested(rule.not)}`;
  if ('count' in rule) return `count(${printBehaviour(rule.count)}) ${rule.op} ${rule.value}`;
  if ('sum' in rule) return `sum(${printBehaviour(rule.sum)}) ${rule.op} ${rule.value}`;
  if ('in' in rule) return `${printName(rule.attribute)} in (${rule.in.map(printValue).join(', ')})`;
  if ('attribute' in rule) return `${printName(rule.attribute)} ${rule.op} ${printValue(rule.value)}`;
  if ('measure' in rule) return `${rule.measure} ${rule.op} ${rule.value}`;
  if ('users' in rule) return `user in (${rule.users.map(quoteText).join(', ')})`;
  if ('segment' in rule) return `segment(${quoteText(rule.segment)})`;
  if ('lasso' in rule) {
    const points = rule.lasso.polygon.map(([x, y]) => `${x} ${y}`);
    return `lasso(${[quoteText(rule.lasso.map), ...points].join(', ')})`;
  }
  if ('is' in rule) return `prediction(${quoteText(rule.prediction)}) = ${quoteText(rule.is)}`;
  if ('prediction' in rule) {
    const ofClass = rule.class === undefined ? '' : `, ${quoteText(rule.class)}`;
    return `prediction(${quoteText(rule.prediction)}${ofClass}) ${rule.op} ${rule.value}`;
  }
  return `cluster(${printName(rule.map)}) = ${rule.cluster}`;
}

function printGroup(rules: readonly Rule[], word: string): string {
  return rules.length === 1 ? printRule(rules[0]!) : rules.map(printNested).join(word);
}

function printNested(rule: Rule): string {
  return 'all' in rule || 'any' in rule ? `(${printRule(rule)})` : printRule(rule);
}

function printBehaviour({ action, category, brand, item, days, hours, price = [] }: Behaviour): string {
  const parts = [action === null ? 'any' : printName(action)];
  if (category !== undefined) parts.push(`category = ${quoteText(category)}`);
  if (brand !== undefined) parts.push(`brand = ${quoteText(brand)}`);
  if (item !== undefined) parts.push(`item = ${quoteText(item)}`);
  if (days !== undefined) parts.push(`days = ${days}`);
  if (hours !== undefined) parts.push(`hours = ${hours[0]}..${hours[1]}`);
  for (const { op, value } of price) parts.push(`price ${op} ${value}`);
  return parts.join(', ');
}

function printValue(value: Value): string {
  return typeof value === 'number' ? String(value) : printName(value);
}

function printName(name: string): string {
  const isWord = matchesWhole(WORD, name) && !matchesWhole(NUMBER, name);
  const bare = isWord && !reserved.has(name.toLowerCase()) && !leading.has(name.toLowerCase());
  return bare ? name : quoteText(name);
}

function matchesWhole(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[0].length === text.length;
}

function quoteText(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
