import type { Behaviour } from './rule.ts';
import { leading, NUMBER, reserved, WORD } from './rule-words.ts';

/** Formats a filter of events. */
export function printBehaviour({ action, ...filters }: Behaviour): string {
  return [action === null ? 'any' : printName(action), ...printFilters(filters)].join(', ');
}

/** Formats the filters of a behaviour by anything but the action, one text each. */
export function printFilters(filters: Omit<Behaviour, 'action'>): string[] {
  const { category, brand, item, days, from, to, hours, price = [] } = filters;
  const parts: string[] = [];
  if (category !== undefined) parts.push(`category = ${quoteText(category)}`);
  if (brand !== undefined) parts.push(`brand = ${quoteText(brand)}`);
  if (item !== undefined) parts.push(`item = ${quoteText(item)}`);
  if (days !== undefined) parts.push(`days = ${days}`);
  if (from !== undefined) parts.push(to === undefined ? `from ${from}` : `from ${from} to ${to}`);
  else if (to !== undefined) parts.push(`to ${to}`);
  if (hours !== undefined) parts.push(`hours = ${hours[0]}..${hours[1]}`);
  for (const { op, value } of price) parts.push(`price ${op} ${value}`);
  return parts;
}

/** Formats a name: in quotes if it would be read as something else without them. */
export function printName(name: string): string {
  const isWord = matchesWhole(WORD, name) && !matchesWhole(NUMBER, name);
  const bare = isWord && !reserved.has(name.toLowerCase()) && !leading.has(name.toLowerCase());
  return bare ? name : quoteText(name);
}

function matchesWhole(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[0].length === text.length;
}

export function quoteText(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
