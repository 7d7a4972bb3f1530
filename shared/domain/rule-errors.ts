import { PortraitError } from '../errors.ts';
import { fillTemplate } from '../texts/fill-text.ts';

const EXAMPLE = 'A rule looks like: count(view) >= 3 and purchase and city in ("上海", "北京")';
const FORMULA = 'A formula looks like: sum(purchase, days = 90) / count(purchase, days = 90)';
const DAYS = 'For example: count(view, days = 30) >= 3';
const CLUSTER = 'cluster("map-1") = 2';
const USERS = 'For example: user in ("U1", "U2")';
const LASSO = 'For example: lasso("map-1", 0.1 0.5, 0.3 0.7, 0.2 0.1)';
const DATES = 'A year, a month or a day: 2026, 2026-03 or 2026-03-08.';
const PREDICTION = 'For example: prediction("gender") = "F"';
const PERIOD = 'For example: count(purchase, from 2024-05-01 to 2024-05-31) >= 1';
const FIELDS = 'Use category, brand, item, action, day, hour, price or amount: distinct(item, view)';

/** Problems of a rule's text, each with its English message and hint. */
const problems = {
  'expected-number': ['Expected a number but found {{found}}.', EXAMPLE],
  'expected-value': ['Expected a value but found {{found}}.', EXAMPLE],
  'expected-comparison': ['Expected a comparison such as >= but found {{found}}.', EXAMPLE],
  'expected-mark': ['Expected {{word}} but found {{found}}.', EXAMPLE],
  'expected-name': ['Expected a name, “not” or an opening parenthesis but found {{found}}.', EXAMPLE],
  'expected-action': ['Expected an action but found {{found}}.', EXAMPLE],
  'expected-map': ['Expected a map but found {{found}}.', EXAMPLE],
  'expected-term': ['Expected category, brand, item, days, from, to, hours or price but found {{found}}.', EXAMPLE],
  'expected-end': ['Expected “and”, “or” or the end of the rule but found {{found}}.', EXAMPLE],
  character: ['Unexpected character {{word}}.', 'Put names with special characters in quotes.'],
  'open-quote': ['Unclosed quotation mark.', 'Put {{word}} after the name.'],
  'large-number': ['The number {{word}} is too large.', 'Use a smaller number.'],
  days: ['Days must be greater than 0.', DAYS],
  equals: ['{{word}} requires an equals sign.', DAYS],
  'large-group': ['A group has more than {{limit}} rules.', 'Use in (…), or fewer rules.'],
  depth: ['The rule is nested too deeply.', 'Groups can be nested at most {{limit}} levels deep.'],
  'cluster-operator': ['A cluster can only be compared with = or !=.', CLUSTER],
  'cluster-number': ['A cluster must be a whole number.', CLUSTER],
  hours: ['Hours are whole numbers from 0 to 23.', 'For example: count(view, hours = 20..22) >= 3'],
  'many-bounds': ['A price has more than {{limit}} bounds.', 'Use two: price >= 10, price < 50'],
  'expected-user': ['Expected a user but found {{found}}.', USERS],
  'user-operator': ['Users can only be compared with = or !=.', USERS],
  'many-users': ['The rule names more than {{limit}} users.', 'Save them as a segment, and use segment("…").'],
  'expected-segment': ['Expected a segment but found {{found}}.', 'For example: segment("VIP")'],
  polygon: ['A lasso must have {{least}} to {{limit}} points.', LASSO],
  'expected-prediction': ['Expected a prediction but found {{found}}.', PREDICTION],
  'class-operator': ['A class can only be compared with = or !=.', PREDICTION],
  'expected-trait': ['Expected a trait but found {{found}}.', 'For example: trait("basket") > 80'],
  date: ['Dates are written as 2024-05-31.', PERIOD],
  'date-order': ['The first day is after the last one.', PERIOD],
  'expected-operand': [
    'Expected a function, a measure or a number but found {{found}}.',
    `${FORMULA}. Put spaces around operators.`,
  ],
  'formula-end': ['Expected an operator or the end of the formula but found {{found}}.', FORMULA],
  'expected-field': ['Expected a field but found {{found}}.', FIELDS],
  'number-field': ['{{word}} is a text and has no sum or mean.', 'Use price or amount: mean(price, purchase)'],
  'expected-first-or-last': [
    'Expected first(…) or last(…) but found {{found}}.',
    'For example: days_since(last(purchase))',
  ],
  'expected-period': ['A streak requires days, weeks or months.', 'For example: streak(purchase, weeks)'],
  'text-operand': [
    '{{word}} gives a text, with which one cannot calculate.',
    'Use it alone, or distinct(…) for the number of values.',
  ],
  'many-operands': [
    'The formula has more than {{limit}} operands.',
    'Divide it into several traits, and refer to them by trait("…").',
  ],
  'expected-stage': [
    'Expected a life stage but found {{found}}.',
    'The stages are new, active, at_risk, lapsed and won_back.',
  ],
  'expected-rfm': [
    'Expected an RFM group but found {{found}}.',
    'The groups are champion, cannot_lose, at_risk, new, promising, needs_attention, potential_loyalist, loyal, about_to_sleep, lost and hibernating.',
  ],
  'expected-dates': ['Expected a period but found {{found}}.', DATES],
  'name-operator': [
    '{{word}} can only be compared with = or !=.',
    'For example: life_stage = at_risk, or rfm in (champion, loyal)',
  ],
} satisfies Readonly<Record<string, readonly [message: string, hint: string]>>;
export type RuleProblem = keyof typeof problems;

export interface ProblemParams {
  /** The word, operator or character at fault. */
  readonly word?: string;
  readonly limit?: number;
  readonly least?: number;
  /** The text found in place of the expected one; '' at the end. */
  readonly found?: string;
  /** Whether the text is a trait's formula rather than a rule. */
  readonly isFormula?: boolean;
}

/** Returns RULE_TOO_LARGE. */
export function tooManyConditions(conditions: number, limit: number): PortraitError {
  return new PortraitError({
    code: 'RULE_TOO_LARGE',
    message: `The rule has ${conditions} conditions.`,
    hint: `Use at most ${limit}. To compare an attribute with many values, write “in (…)”.`,
    details: { conditions, limit },
  });
}

/** Returns RULE_SYNTAX. `at` is 0-based, null for a rule that is not text; the message counts characters from 1. */
export function syntaxError(at: number | null, variant: RuleProblem, params: ProblemParams = {}): PortraitError {
  const { word = '', limit = 0, least = 0, found = '', isFormula = false } = params;
  const [message, ruleHint] = problems[variant];
  const hint = isFormula && ruleHint === EXAMPLE ? FORMULA : ruleHint;
  const whole = isFormula ? 'formula' : 'rule';
  const values = { word, limit, least, found: found === '' ? `the end of the ${whole}` : `“${found}”` };
  const place = at === null ? '' : ` (character ${at + 1} of the ${whole})`;
  return new PortraitError({
    code: 'RULE_SYNTAX',
    message: fillTemplate(message, values) + place,
    hint: fillTemplate(hint, values),
    details: { position: at, character: at === null ? null : at + 1, variant, word, limit, least, found, isFormula },
  });
}
