import { printBehaviour, printName, quoteText } from './behaviour-print.ts';
import { customerWord } from './customer-words.ts';
import { type CustomerCondition, isCustomerCondition, type Rule, type Value } from './rule.ts';

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
  if ('trait' in rule) return `trait(${quoteText(rule.trait)}) ${rule.op} ${printValue(rule.value)}`;
  if (isCustomerCondition(rule)) return printCustomer(rule);
  return `cluster(${printName(rule.map)}) = ${rule.cluster}`;
}

function printCustomer(rule: CustomerCondition): string {
  if ('rfm' in rule) return `rfm = ${customerWord(rule.rfm)}`;
  if ('score' in rule) return `${rule.score} ${rule.op} ${rule.value}`;
  if ('purchaseDay' in rule) return `${rule.purchaseDay} ${rule.op} ${rule.period}`;
  const at = rule.at === undefined ? '' : `(${rule.at})`;
  return `life_stage${at} = ${customerWord(rule.lifeStage)}`;
}

function printGroup(rules: readonly Rule[], word: string): string {
  return rules.length === 1 ? printRule(rules[0]!) : rules.map(printNested).join(word);
}

function printNested(rule: Rule): string {
  return 'all' in rule || 'any' in rule ? `(${printRule(rule)})` : printRule(rule);
}

function printValue(value: Value): string {
  return typeof value === 'number' ? String(value) : printName(value);
}
