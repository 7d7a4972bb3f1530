import { KIND_WORDS } from './actions.ts';
import { findAction } from './find-action.ts';
import type { Rule } from './rule.ts';
import {
  type Behaviour,
  type Comparison,
  MAX_GROUP_DEPTH,
  MAX_GROUP_SIZE,
  MAX_NAMED_USERS,
  MAX_PRICE_BOUNDS,
  type Measure,
  measures,
  POLYGON_SIZE,
} from './rule.ts';
import { syntaxError } from './rule-errors.ts';
import { RuleReader } from './rule-reader.ts';
import { tokenize } from './rule-tokens.ts';

/** Names that resolve a bare word: `view >= 3` is about an action, `age >= 30` about an attribute. */
export interface Names {
  readonly actions: readonly string[];
  readonly attributes: readonly string[];
}

const TERMS = ['category', 'brand', 'item', 'days', 'hours', 'price'] as const;

/**
 * Reads a rule's text:
 *
 *     rule      = and { "or" and }            and = not { "and" not }
 *     not       = "not" not | "(" rule ")" | leaf
 *     leaf      = ("count" | "sum") "(" behaviour ")" [comparison number]
 *               | measure comparison number   | "cluster" "(" map ")" comparison number
 *               | "user" ("=" | "!=") value   | "user" ["not"] "in" "(" value { "," value } ")"
 *               | "segment" "(" name ")"      | "lasso" "(" map { "," number number } ")"
 *               | "prediction" "(" name [ "," class ] ")" comparison (number | class)
 *               | name comparison value       | name ["not"] "in" "(" value { "," value } ")"
 *               | action [("at least" | "at most" | "more than" | "less than" | "exactly") number ["times"]]
 *     behaviour = [action | "any"] { "," term }
 *     term      = ("category" | "brand" | "item") "=" value | "days" "=" number
 *               | "hours" "=" hour [ ".." hour ] | "price" comparison number
 *
 * Keywords are case-insensitive. An action may be in the past tense ("viewed"). In a comparison with a number, a name that
 * is an action, or else a kind of actions such as `purchase`, and not an attribute counts those events. `names` only resolves bare words; unknown names are reported when
 * the rule is evaluated. Throws RULE_SYNTAX with `details.position`.
 */
export function parseRule(text: string, names: Names = { actions: [], attributes: [] }): Rule {
  return new Parser(text, names).rule();
}

class Parser extends RuleReader {
  private readonly names: Names;
  private depth = 0;

  constructor(text: string, names: Names) {
    super(tokenize(text));
    this.names = names;
  }

  rule(): Rule {
    const rule = this.any();
    if (this.token().kind !== 'end') throw this.unexpected('expected-end');
    return rule;
  }

  private any(): Rule {
    const rules = this.list('or', () => this.all());
    return rules.length === 1 ? rules[0]! : { any: rules };
  }

  private all(): Rule {
    const rules = this.list('and', () => this.not());
    return rules.length === 1 ? rules[0]! : { all: rules };
  }

  private list(word: string, read: () => Rule): Rule[] {
    const rules = [read()];
    while (this.takeWord(word)) rules.push(read());
    if (rules.length <= MAX_GROUP_SIZE) return rules;
    throw syntaxError(this.token().at, 'large-group', { limit: MAX_GROUP_SIZE });
  }

  private not(): Rule {
    if (this.depth >= MAX_GROUP_DEPTH) throw syntaxError(this.token().at, 'depth', { limit: MAX_GROUP_DEPTH });
    this.depth++;
    const rule = this.nested();
    this.depth--;
    return rule;
  }

  private nested(): Rule {
    if (this.takeWord('not')) return { not: this.not() };
    if (this.takeMark('(')) {
      const rule = this.any();
      this.expectMark(')');
      return rule;
    }
    return this.leaf();
  }

  private leaf(): Rule {
    const token = this.token();
    const word = token.kind === 'word' ? token.text.toLowerCase() : '';
    const isCall = this.isMark('(', 1);
    if (isCall && (word === 'count' || word === 'sum')) return this.behaviour(word);
    if (isCall && word === 'cluster') return this.cluster();
    if (isCall && word === 'segment') return this.segment();
    if (isCall && word === 'lasso') return this.lasso();
    if (isCall && word === 'prediction') return this.prediction();
    if (word === 'user' && this.comparesUser()) return this.user();
    const measure = measures.find((name) => name === word);
    if (measure) return this.measure(measure);
    return this.attributeOrAction();
  }

  private behaviour(kind: 'count' | 'sum'): Rule {
    this.skip(2);
    const behaviour = this.behaviourTerms();
    this.expectMark(')');
    const op = this.takeComparison() ?? (kind === 'count' ? null : this.expectComparison());
    const condition = op === null ? ({ op: '>=', value: 1 } as const) : { op, value: this.expectNumber() };
    return kind === 'count' ? { count: behaviour, ...condition } : { sum: behaviour, ...condition };
  }

  private behaviourTerms(): Behaviour {
    const behaviour: Behaviour = { action: null };
    if (this.isWord('any') || this.isMark('*')) this.skip(1);
    else if (!this.isMark(')') && !this.isTerm()) behaviour.action = this.action(this.expectName('expected-action'));
    else if (this.isTerm()) this.term(behaviour);
    while (this.takeMark(',')) this.term(behaviour);
    return behaviour;
  }

  private isTerm(): boolean {
    const isKey = TERMS.some((word) => this.isWord(word));
    return isKey && this.token(1).kind === 'comparison';
  }

  private term(behaviour: Behaviour): void {
    const key = TERMS.find((word) => this.takeWord(word));
    if (!key) throw this.unexpected('expected-term');
    const { at } = this.token();
    if (key !== 'price' && this.takeComparison() !== '=') throw syntaxError(at, 'equals', { word: key });
    if (key === 'price') this.priceBound(behaviour);
    else if (key === 'days') behaviour.days = this.expectPositive();
    else if (key === 'hours') behaviour.hours = this.hours();
    else behaviour[key] = this.expectText('expected-value');
  }

  private priceBound(behaviour: Behaviour): void {
    const { at } = this.token();
    const bounds = [...(behaviour.price ?? []), { op: this.expectComparison(), value: this.expectNumber() }];
    if (bounds.length > MAX_PRICE_BOUNDS) throw syntaxError(at, 'many-bounds', { limit: MAX_PRICE_BOUNDS });
    behaviour.price = bounds;
  }

  /** Parses `20..22`, which is a single word, or one hour. */
  private hours(): [number, number] {
    const { at } = this.token();
    const [, from, to = from] = /^(\d{1,2})(?:\.\.(\d{1,2}))?$/.exec(this.expectText('expected-value')) ?? [];
    const hours: [number, number] = [Number(from), Number(to)];
    if (hours.every((hour) => hour < 24)) return hours;
    throw syntaxError(at, 'hours');
  }

  private cluster(): Rule {
    this.skip(2);
    const map = this.expectName('expected-map');
    this.expectMark(')');
    const at = this.token().at;
    const op = this.expectComparison();
    if (op !== '=' && op !== '!=') throw syntaxError(at, 'cluster-operator');
    const cluster = this.expectNumber();
    if (!Number.isInteger(cluster)) throw syntaxError(at, 'cluster-number');
    return op === '=' ? { map, cluster } : { not: { map, cluster } };
  }

  private comparesUser(): boolean {
    const isList = this.isWord('in', 1) || (this.isWord('not', 1) && this.isWord('in', 2));
    return isList || this.token(1).kind === 'comparison';
  }

  private user(): Rule {
    this.skip(1);
    const { at } = this.token();
    const isNegated = this.takeWord('not');
    if (this.takeWord('in')) {
      const users = this.values(() => this.expectText('expected-user'));
      if (users.length > MAX_NAMED_USERS) throw syntaxError(at, 'many-users', { limit: MAX_NAMED_USERS });
      return isNegated ? { not: { users } } : { users };
    }
    const op = this.expectComparison();
    if (op !== '=' && op !== '!=') throw syntaxError(at, 'user-operator');
    const users = [this.expectText('expected-user')];
    return op === '=' ? { users } : { not: { users } };
  }

  private segment(): Rule {
    this.skip(2);
    const segment = this.expectName('expected-segment');
    this.expectMark(')');
    return { segment };
  }

  private lasso(): Rule {
    this.skip(2);
    const map = this.expectName('expected-map');
    const polygon: [number, number][] = [];
    const { at } = this.token();
    while (this.takeMark(',')) polygon.push([this.expectNumber(), this.expectNumber()]);
    this.expectMark(')');
    const { least, most: limit } = POLYGON_SIZE;
    if (polygon.length < least || polygon.length > limit) throw syntaxError(at, 'polygon', { least, limit });
    return { lasso: { map, polygon } };
  }

  private prediction(): Rule {
    this.skip(2);
    const prediction = this.expectName('expected-prediction');
    const ofClass = this.takeMark(',') ? { class: this.expectText('expected-value') } : null;
    this.expectMark(')');
    const { at } = this.token();
    const op = this.expectComparison();
    if (ofClass || this.token().kind === 'number') return { prediction, ...ofClass, op, value: this.expectNumber() };
    if (op !== '=' && op !== '!=') throw syntaxError(at, 'class-operator');
    const is = this.expectText('expected-value');
    return op === '=' ? { prediction, is } : { not: { prediction, is } };
  }

  private measure(measure: Measure): Rule {
    this.skip(1);
    return { measure, op: this.expectComparison(), value: this.expectNumber() };
  }

  private attributeOrAction(): Rule {
    const name = this.expectName('expected-name');
    if (this.takeWord('in')) return this.membership(name);
    if (this.isWord('not') && this.isWord('in', 1)) {
      this.skip(2);
      return { not: this.membership(name) };
    }
    const op = this.takeComparison();
    if (op) return this.nameComparison(name, op);
    const times = this.times();
    return { count: { action: this.action(name) }, ...(times ?? { op: '>=', value: 1 }) };
  }

  private membership(attribute: string): Rule {
    return { attribute, in: this.values(() => this.expectValue()) };
  }

  private values<T>(read: () => T): T[] {
    this.expectMark('(');
    const values = [read()];
    while (this.takeMark(',')) values.push(read());
    this.expectMark(')');
    return values;
  }

  private nameComparison(name: string, op: Comparison): Rule {
    const value = this.expectValue();
    const action = this.actionOrKind(name);
    const countsAction = typeof value === 'number' && action !== null && !this.names.attributes.includes(name);
    if (!countsAction) return { attribute: name, op, value };
    this.takeWord('times');
    return { count: { action }, op, value };
  }

  /** Parses "at least 3 times" and similar phrases; null if none follows. */
  private times(): { op: Comparison; value: number } | null {
    const phrases = { 'at least': '>=', 'at most': '<=', 'more than': '>', 'less than': '<', exactly: '=' } as const;
    for (const [phrase, op] of Object.entries(phrases)) {
      const words = phrase.split(' ');
      if (!words.every((word, i) => this.isWord(word, i))) continue;
      this.skip(words.length);
      const value = this.expectNumber();
      if (!this.takeWord('times')) this.takeWord('time');
      return { op, value };
    }
    return null;
  }

  private action(name: string): string {
    return this.actionOrKind(name) ?? name;
  }

  /** Returns the action of a name, or else the kind of actions that it names; null if there is neither, or no action. */
  private actionOrKind(name: string): string | null {
    const { actions } = this.names;
    return findAction(actions, name) ?? (actions.length === 0 ? null : findAction(KIND_WORDS, name));
  }
}
