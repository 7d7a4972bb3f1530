import { BehaviourReader } from './behaviour-reader.ts';
import {
  CUSTOMER_SCORES,
  type CustomerScore,
  PURCHASE_DAYS,
  type PurchaseDay,
  rfmOfWord,
  stageOfWord,
} from './customer-words.ts';
import type { Rule } from './rule.ts';
import {
  type Comparison,
  MAX_GROUP_DEPTH,
  MAX_GROUP_SIZE,
  MAX_NAMED_USERS,
  type Measure,
  measures,
  POLYGON_SIZE,
} from './rule.ts';
import { syntaxError } from './rule-errors.ts';
import { isPeriod } from './time/period.ts';

/** Names that resolve a bare word: `view >= 3` is about an action, `age >= 30` about an attribute. */
export interface Names {
  readonly actions: readonly string[];
  readonly attributes: readonly string[];
}

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
 *               | "trait" "(" name ")" comparison value
 *               | "trait" "(" name ")" ["not"] "in" "(" value { "," value } ")"
 *               | "life_stage" [ "(" period ")" ] names | "rfm" names
 *               | score comparison number     | purchase-day comparison period
 *               | name comparison value       | name ["not"] "in" "(" value { "," value } ")"
 *               | action [("at least" | "at most" | "more than" | "less than" | "exactly") number ["times"]]
 *     names     = ("=" | "!=") word | ["not"] "in" "(" word { "," word } ")"
 *     behaviour = [action | "any"] { "," term }
 *     term      = ("category" | "brand" | "item") "=" value | "days" "=" number
 *               | "hours" "=" hour [ ".." hour ] | "price" comparison number
 *               | "from" day [ "to" day ] | "to" day
 *
 * Keywords are case-insensitive. An action may be in the past tense ("viewed"). In a comparison with a number, a name that
 * is an action, or else a kind of actions such as `purchase`, and not an attribute counts those events. `names` only
 * resolves bare words; unknown names are reported when the rule is evaluated. Throws RULE_SYNTAX with
 * `details.position`.
 */
export function parseRule(text: string, names: Names = { actions: [], attributes: [] }): Rule {
  return new Parser(text, names).rule();
}

class Parser extends BehaviourReader {
  private readonly names: Names;
  private depth = 0;

  constructor(text: string, names: Names) {
    super(text, { actions: names.actions, isFormula: false });
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
    throw this.problem(this.token().at, 'large-group', { limit: MAX_GROUP_SIZE });
  }

  private not(): Rule {
    if (this.depth >= MAX_GROUP_DEPTH) throw this.problem(this.token().at, 'depth', { limit: MAX_GROUP_DEPTH });
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
    if (isCall && word === 'trait') return this.trait();
    if (word === 'user' && this.comparesName()) return this.user();
    if (word === 'life_stage' && (isCall || this.comparesName())) return this.lifeStage();
    if (word === 'rfm' && this.comparesName()) return this.rfm();
    const comparesNext = this.token(1).kind === 'comparison';
    const score = comparesNext && CUSTOMER_SCORES.find((name) => name === word);
    if (score) return this.score(score);
    const purchaseDay = comparesNext && PURCHASE_DAYS.find((name) => name === word);
    if (purchaseDay) return this.purchaseDay(purchaseDay);
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

  private cluster(): Rule {
    this.skip(2);
    const map = this.expectName('expected-map');
    this.expectMark(')');
    const at = this.token().at;
    const op = this.expectComparison();
    if (op !== '=' && op !== '!=') throw this.problem(at, 'cluster-operator');
    const cluster = this.expectNumber();
    if (!Number.isInteger(cluster)) throw this.problem(at, 'cluster-number');
    return op === '=' ? { map, cluster } : { not: { map, cluster } };
  }

  private comparesName(): boolean {
    const isList = this.isWord('in', 1) || (this.isWord('not', 1) && this.isWord('in', 2));
    return isList || this.token(1).kind === 'comparison';
  }

  private user(): Rule {
    this.skip(1);
    const { at } = this.token();
    const isNegated = this.takeWord('not');
    if (this.takeWord('in')) {
      const users = this.values(() => this.expectText('expected-user'));
      if (users.length > MAX_NAMED_USERS) throw this.problem(at, 'many-users', { limit: MAX_NAMED_USERS });
      return isNegated ? { not: { users } } : { users };
    }
    const op = this.expectComparison();
    if (op !== '=' && op !== '!=') throw this.problem(at, 'user-operator');
    const users = [this.expectText('expected-user')];
    return op === '=' ? { users } : { not: { users } };
  }

  private lifeStage(): Rule {
    this.skip(1);
    const at = this.takeMark('(') ? { at: this.period() } : null;
    if (at) this.expectMark(')');
    return this.named('life_stage', 'expected-stage', (name) => {
      const lifeStage = stageOfWord(name);
      return lifeStage && { lifeStage, ...at };
    });
  }

  private rfm(): Rule {
    this.skip(1);
    return this.named('rfm', 'expected-rfm', (name) => {
      const rfm = rfmOfWord(name);
      return rfm && { rfm };
    });
  }

  /** Parses a comparison with names, each of which makes a condition; `word` is what is compared. */
  private named(word: string, problem: 'expected-stage' | 'expected-rfm', make: (name: string) => Rule | null): Rule {
    const read = () => {
      const unexpected = this.unexpected(problem);
      const rule = make(this.expectText(problem));
      if (!rule) throw unexpected;
      return rule;
    };
    const { at } = this.token();
    const isNegated = this.takeWord('not');
    if (this.takeWord('in')) {
      const rules = this.values(read);
      if (rules.length > MAX_GROUP_SIZE) throw syntaxError(at, 'large-group', { limit: MAX_GROUP_SIZE });
      const any = rules.length === 1 ? rules[0]! : { any: rules };
      return isNegated ? { not: any } : any;
    }
    const op = this.expectComparison();
    if (op !== '=' && op !== '!=') throw syntaxError(at, 'name-operator', { word });
    return op === '=' ? read() : { not: read() };
  }

  private score(score: CustomerScore): Rule {
    this.skip(1);
    return { score, op: this.expectComparison(), value: this.expectNumber() };
  }

  private purchaseDay(purchaseDay: PurchaseDay): Rule {
    this.skip(1);
    return { purchaseDay, op: this.expectComparison(), period: this.period() };
  }

  private period(): string {
    const unexpected = this.unexpected('expected-dates');
    const period = this.expectText('expected-dates');
    if (!isPeriod(period)) throw unexpected;
    return period;
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
    if (polygon.length < least || polygon.length > limit) throw this.problem(at, 'polygon', { least, limit });
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
    if (op !== '=' && op !== '!=') throw this.problem(at, 'class-operator');
    const is = this.expectText('expected-value');
    return op === '=' ? { prediction, is } : { not: { prediction, is } };
  }

  private trait(): Rule {
    this.skip(2);
    const trait = this.expectName('expected-trait');
    this.expectMark(')');
    const isNegated = this.isWord('not') && this.isWord('in', 1);
    if (isNegated) this.skip(1);
    if (!this.takeWord('in')) return { trait, op: this.expectComparison(), value: this.expectValue() };
    const { at } = this.token();
    const equalities = this.values((): Rule => ({ trait, op: '=', value: this.expectValue() }));
    if (equalities.length > MAX_GROUP_SIZE) throw this.problem(at, 'large-group', { limit: MAX_GROUP_SIZE });
    const rule = equalities.length === 1 ? equalities[0]! : { any: equalities };
    return isNegated ? { not: rule } : rule;
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
}
