import type { TFunction } from 'i18next';
import { type Behaviour, type Rule, simplify, type Value } from '../../shared/domain/rule.ts';
import type { Format } from '../base/format.ts';

interface Words {
  t: TFunction;
  format: Format;
  /** What a cluster of a map is called; null where that is not known. */
  clusterName: (map: string, cluster: number) => string | null;
}

/** A rule as a sentence in the page's language. */
export function describeRule(rule: Rule, words: Words): string {
  return sentence(simplify(rule), words);
}

function sentence(rule: Rule, words: Words): string {
  const { t, format } = words;
  if ('all' in rule) return rule.all.map((part) => inner(part, words)).join(t('rules.words.and'));
  if ('any' in rule) return rule.any.map((part) => inner(part, words)).join(t('rules.words.or'));
  if ('not' in rule) {
    if (isOnce(rule.not)) return t('rules.words.never', { what: what(rule.not.count, t) });
    return t('rules.words.not', { rule: inner(rule.not, words) });
  }
  if ('count' in rule) return counted(rule, words);
  if ('sum' in rule) {
    const comparison = t(`rules.comparisons.${rule.op}`);
    return t('rules.words.sum', { what: what(rule.sum, t), comparison, value: amount(rule.value, format) });
  }
  if ('measure' in rule) {
    const comparison = t(`rules.comparisons.${rule.op}`);
    if (rule.measure === 'recency') return t('rules.words.recency', { comparison, count: rule.value });
    const measure = t(`terms.measures.${rule.measure}`);
    return t('rules.words.measure', { measure, comparison, value: amount(rule.value, format) });
  }
  if ('map' in rule) {
    const name = words.clusterName(rule.map, rule.cluster);
    if (name !== null) return t('rules.words.cluster', { name });
    return t('rules.words.clusterNumber', { number: rule.cluster, map: rule.map });
  }
  const [op, values] = 'in' in rule ? (['in', rule.in] as const) : ([rule.op, [rule.value]] as const);
  const value = values.map((one) => valueText(one, words)).join(t('rules.words.listed'));
  return t('rules.words.attribute', { attribute: rule.attribute, is: t(`rules.is.${op}`), value });
}

function inner(rule: Rule, words: Words): string {
  const text = sentence(rule, words);
  return 'all' in rule || 'any' in rule ? words.t('rules.words.group', { rule: text }) : text;
}

type Count = Extract<Rule, { count: Behaviour }>;

function isOnce(rule: Rule): rule is Count {
  return 'count' in rule && ((rule.op === '>=' && rule.value === 1) || (rule.op === '>' && rule.value === 0));
}

function counted(rule: Count, { t }: Words): string {
  const { count, op, value } = rule;
  const did = what(count, t);
  if (isOnce(rule)) return t('rules.words.countOnce', { what: did });
  if ((op === '=' && value === 0) || (op === '<' && value === 1)) return t('rules.words.never', { what: did });
  return t('rules.words.count', { what: did, comparison: t(`rules.comparisons.${op}`), count: value });
}

function what({ action, category, brand, item, days }: Behaviour, t: TFunction): string {
  const did = action ?? t('rules.anyAction');
  const narrowed = [
    category !== undefined && t('rules.words.inCategory', { name: category }),
    brand !== undefined && t('rules.words.ofBrand', { name: brand }),
    item !== undefined && t('rules.words.ofItem', { name: item }),
    days !== undefined && t('rules.words.days', { count: days }),
  ].filter((part) => part !== false);
  return narrowed.length === 0 ? did : t('rules.words.what', { action: did, narrowed: narrowed.join(' ') });
}

function valueText(value: Value, { t, format }: Words): string {
  return typeof value === 'number' ? amount(value, format) : t('rules.words.quoted', { name: value });
}

function amount(value: number, format: Format): string {
  return format.number(value, Number.isInteger(value) ? 0 : 2);
}
