import type { TFunction } from 'i18next';
import {
  type Behaviour,
  type CustomerCondition,
  isCustomerCondition,
  type Rule,
  simplify,
  type Value,
} from '../../shared/domain/rule.ts';
import { decimalsOf } from '../base/decimals.ts';
import type { Format } from '../base/format.ts';
import { chipsOf } from './conjunction.ts';
import { type Range, rangeOf } from './range-of.ts';

interface RuleTextContext {
  t: TFunction;
  format: Format;
  /** Returns the name of a map's cluster; null if it is unknown. */
  clusterName: (map: string, cluster: number) => string | null;
}

/** Describes a rule as a sentence in the language of the page. */
export function describeRule(rule: Rule, context: RuleTextContext): string {
  return sentence(simplify(rule), context);
}

function sentence(rule: Rule, context: RuleTextContext): string {
  const { t, format } = context;
  if ('all' in rule) {
    const range = rangeOf(rule.all);
    if (range) return rangeText(range, context);
    const texts = chipsOf(rule.all).map((chip) =>
      chip.places.length > 1 ? sentence(chip.rule, context) : nestedText(chip.rule, context),
    );
    return texts.join(t('rules.words.and'));
  }
  if ('any' in rule) return rule.any.map((part) => nestedText(part, context)).join(t('rules.words.or'));
  if ('not' in rule) {
    if (isAtLeastOnce(rule.not)) return t('rules.words.never', { what: behaviourText(rule.not.count, context) });
    return t('rules.words.not', { rule: nestedText(rule.not, context) });
  }
  if ('count' in rule) return countText(rule, context);
  if ('sum' in rule) {
    const comparison = t(`rules.comparisons.${rule.op}`);
    return t('rules.words.sum', {
      what: behaviourText(rule.sum, context),
      comparison,
      value: numberText(rule.value, format),
    });
  }
  if ('measure' in rule) {
    const comparison = t(`rules.comparisons.${rule.op}`);
    if (rule.measure === 'recency') return t('rules.words.recency', { comparison, count: rule.value });
    const measure = t(`terms.measures.${rule.measure}`);
    return t('rules.words.measure', { measure, comparison, value: numberText(rule.value, format) });
  }
  if (isCustomerCondition(rule)) return customerText(rule, context);
  if ('users' in rule) return usersText(rule.users, context);
  if ('segment' in rule) return t('rules.words.segment', { name: rule.segment });
  if ('lasso' in rule) return t('rules.words.lasso');
  if ('is' in rule) return t('rules.words.predictedClass', { name: rule.prediction, value: rule.is });
  if ('prediction' in rule) {
    const comparison = t(`rules.comparisons.${rule.op}`);
    const measure = comparedText(rule, t);
    return t('rules.words.measure', { measure, comparison, value: numberText(rule.value, format) });
  }
  if ('trait' in rule) {
    const { trait, op, value } = rule;
    return t('rules.words.attribute', { attribute: trait, is: t(`rules.is.${op}`), value: valueText(value, context) });
  }
  if ('map' in rule) {
    const name = context.clusterName(rule.map, rule.cluster);
    if (name !== null) return t('rules.words.cluster', { name });
    return t('rules.words.clusterNumber', { number: rule.cluster, map: rule.map });
  }
  const [op, values] = 'in' in rule ? (['in', rule.in] as const) : ([rule.op, [rule.value]] as const);
  const value = values.map((operand) => valueText(operand, context)).join(t('rules.words.listed'));
  return t('rules.words.attribute', { attribute: rule.attribute, is: t(`rules.is.${op}`), value });
}

function nestedText(rule: Rule, context: RuleTextContext): string {
  const text = sentence(rule, context);
  return 'all' in rule || 'any' in rule ? context.t('rules.words.group', { rule: text }) : text;
}

type Count = Extract<Rule, { count: Behaviour }>;

function isAtLeastOnce(rule: Rule): rule is Count {
  return 'count' in rule && ((rule.op === '>=' && rule.value === 1) || (rule.op === '>' && rule.value === 0));
}

function countText(rule: Count, context: RuleTextContext): string {
  const { t } = context;
  const { count, op, value } = rule;
  const behaviour = behaviourText(count, context);
  if (isAtLeastOnce(rule)) return t('rules.words.countOnce', { what: behaviour });
  if ((op === '=' && value === 0) || (op === '<' && value === 1)) return t('rules.words.never', { what: behaviour });
  return t('rules.words.count', { what: behaviour, comparison: t(`rules.comparisons.${op}`), count: value });
}

/** Describes the events that a count or a sum refers to. */
function behaviourText(
  { action, category, brand, item, days, ...others }: Behaviour,
  { t, format }: RuleTextContext,
): string {
  const actionName = action === null ? t('rules.anyAction') : format.action(action);
  const filters = [
    category !== undefined && t('rules.words.inCategory', { name: category }),
    brand !== undefined && t('rules.words.ofBrand', { name: brand }),
    item !== undefined && t('rules.words.ofItem', { name: item }),
    days !== undefined && t('rules.words.days', { count: days }),
    ...otherFilterTexts(others, { t, format }),
  ].filter((part) => part !== false);
  return filters.length === 0 ? actionName : t('rules.words.what', { action: actionName, narrowed: filters.join(' ') });
}

/** Describes the filters of a behaviour by dates, by the hour of the day and by price. */
function otherFilterTexts(
  { from: firstDay, to: lastDay, hours, price = [] }: Pick<Behaviour, 'from' | 'to' | 'hours' | 'price'>,
  { t, format }: Pick<RuleTextContext, 't' | 'format'>,
): string[] {
  const bounds = price.map(({ op, value }) => {
    const comparison = t(`rules.comparisons.${op}`);
    return t('rules.words.price', { comparison, value: numberText(value, format) });
  });
  if (firstDay !== undefined && lastDay !== undefined)
    bounds.unshift(t('rules.words.dates', { from: firstDay, to: lastDay }));
  else if (firstDay !== undefined) bounds.unshift(t('rules.words.since', { from: firstDay }));
  else if (lastDay !== undefined) bounds.unshift(t('rules.words.until', { to: lastDay }));
  if (hours === undefined) return bounds;
  const [from, to] = hours.map((hour) => `${hour}`.padStart(2, '0'));
  return [t('rules.words.hours', { from: `${from}:00`, to: `${to}:59` }), ...bounds];
}

function customerText(rule: CustomerCondition, { t, format }: RuleTextContext): string {
  if ('rfm' in rule) return t('rules.words.rfm', { name: t(`terms.rfm.${rule.rfm}`) });
  if ('score' in rule) {
    const comparison = t(`rules.comparisons.${rule.op}`);
    const measure = t(`rules.customer.features.${rule.score}`);
    return t('rules.words.measure', { measure, comparison, value: numberText(rule.value, format) });
  }
  if ('purchaseDay' in rule) {
    const { period } = rule;
    const what = t(`rules.customer.features.${rule.purchaseDay}`);
    return t('rules.words.purchaseDay', { what, when: t(`rules.customer.when.${rule.op}`), period });
  }
  const stage = t(`terms.stages.${rule.lifeStage}`);
  if (rule.at === undefined) return t('rules.words.lifeStage', { stage });
  return t('rules.words.lifeStageAt', { stage, period: rule.at });
}

/** Maximum number of users named in a sentence; more are counted. */
const MAX_NAMED = 3;

function usersText(users: readonly string[], { t }: RuleTextContext): string {
  if (users.length > MAX_NAMED) return t('rules.words.usersCount', { count: users.length });
  const names = users.map((name) => t('rules.words.quoted', { name })).join(t('rules.words.listed'));
  return t('rules.words.users', { count: users.length, names });
}

function rangeText({ of, low, high }: Range, { t, format }: RuleTextContext): string {
  const limits = { low: numberText(low, format), high: numberText(high, format) };
  if ('measure' in of && of.measure === 'recency') return t('rules.words.recencyRange', limits);
  return t('rules.words.range', { what: comparedText(of, t), ...limits });
}

function comparedText(of: Range['of'], t: TFunction): string {
  if ('measure' in of) return t(`terms.measures.${of.measure}`);
  if ('attribute' in of) return of.attribute;
  if ('trait' in of) return of.trait;
  const { prediction: name } = of;
  if (of.class === undefined) return t('rules.words.prediction', { name });
  return t('rules.words.probability', { name, of: of.class });
}

function valueText(value: Value, { t, format }: RuleTextContext): string {
  return typeof value === 'number' ? numberText(value, format) : t('rules.words.quoted', { name: value });
}

function numberText(value: number, format: Format): string {
  return format.number(value, decimalsOf(value));
}
