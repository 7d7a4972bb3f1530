import { BehaviourReader } from '../behaviour-reader.ts';
import { type Behaviour, MAX_GROUP_DEPTH, measures } from '../rule.ts';
import {
  type Aggregate,
  type EventValue,
  eventValues,
  type Formula,
  isTextual,
  MAX_OPERANDS,
  type Operator,
  operandsOf,
  type Period,
  periods,
  summedValues,
} from './formula.ts';
import { functionOf, functions } from './function-names.ts';

const SUMS: readonly Operator[] = ['+', '-'];
const PRODUCTS: readonly Operator[] = ['*', '/'];

/**
 * Reads the formula of a trait:
 *
 *     formula   = product { ("+" | "-") product }        product = operand { ("*" | "/") operand }
 *     operand   = number | measure | "trait" "(" name ")" | "(" formula ")"
 *               | "count" "(" behaviour ")"
 *               | ("sum" | "mean") "(" [("price" | "amount") [","]] behaviour ")"
 *               | ("distinct" | "most_frequent") "(" value [ "," behaviour ] ")"
 *               | ("first" | "last") "(" [value [","]] behaviour ")"
 *               | "days_since" "(" ("first" | "last") "(" behaviour ")" ")"
 *               | "streak" "(" behaviour "," ("days" | "weeks" | "months") { "," term } ")"
 *     value     = "category" | "brand" | "item" | "action" | "day" | "hour" | "price" | "amount"
 *
 * `behaviour` and `term` are those of rules. `actions` only resolves the case and tense of actions; unknown names are
 * reported when the formula is evaluated. Throws RULE_SYNTAX with `details.position` and `details.isFormula`.
 */
export function parseFormula(text: string, actions: readonly string[] = []): Formula {
  return new Parser(text, { actions, isFormula: true }).formula();
}

class Parser extends BehaviourReader {
  private depth = 0;
  private operands = 0;

  formula(): Formula {
    const formula = this.sum();
    if (this.token().kind !== 'end') throw this.unexpected('formula-end');
    return formula;
  }

  private sum(): Formula {
    return this.calculation(SUMS, () => this.calculation(PRODUCTS, () => this.operand()));
  }

  private calculation(operators: readonly Operator[], read: () => Formula): Formula {
    let { at } = this.token();
    let left = read();
    for (let operator = this.takeOperator(operators); operator; operator = this.takeOperator(operators)) {
      this.requireNumber(left, at);
      ({ at } = this.token());
      const right = read();
      this.requireNumber(right, at);
      left = { kind: 'calculation', operator, left, right };
    }
    return left;
  }

  /** A number with a sign after an operand, as in `count(view) -3`, is added. */
  private takeOperator(operators: readonly Operator[]): Operator | null {
    const token = this.token();
    if (operators === SUMS && token.kind === 'number' && token.text.startsWith('-')) return '+';
    return operators.find((operator) => this.takeMark(operator)) ?? null;
  }

  private requireNumber(formula: Formula, at: number): void {
    const text = operandsOf(formula).find(isTextual);
    if (text) throw this.problem(at, 'text-operand', { word: functionOf(text) });
  }

  private operand(): Formula {
    const token = this.token();
    if (this.takeMark('(')) return this.nested(token.at);
    if (++this.operands > MAX_OPERANDS) throw this.problem(token.at, 'many-operands', { limit: MAX_OPERANDS });
    if (token.kind === 'number') return { kind: 'number', value: this.expectNumber() };
    const word = token.kind === 'word' ? token.text.toLowerCase() : '';
    if (this.isMark('(', 1)) {
      if (word === 'trait') return this.trait();
      const kind = functions.get(word);
      if (kind) return this.call(kind);
    }
    const measure = measures.find((name) => name === word);
    if (!measure) throw this.unexpected('expected-operand');
    this.skip(1);
    return { kind: 'measure', measure };
  }

  private nested(at: number): Formula {
    if (this.depth >= MAX_GROUP_DEPTH) throw this.problem(at, 'depth', { limit: MAX_GROUP_DEPTH });
    this.depth++;
    const formula = this.sum();
    this.expectMark(')');
    this.depth--;
    return formula;
  }

  private trait(): Formula {
    this.skip(2);
    const trait = this.expectName('expected-trait');
    this.expectMark(')');
    return { kind: 'trait', trait };
  }

  private call(kind: Aggregate['kind']): Aggregate {
    this.skip(2);
    const aggregate = this.aggregate(kind);
    this.expectMark(')');
    return aggregate;
  }

  private aggregate(kind: Aggregate['kind']): Aggregate {
    switch (kind) {
      case 'count':
        return { kind, of: this.behaviourTerms() };
      case 'sum':
      case 'mean': {
        const { at } = this.token();
        const name = this.takeValue() ?? 'amount';
        const value = summedValues.find((summed) => summed === name);
        if (!value) throw this.problem(at, 'number-field', { word: name });
        return { kind, value, of: this.behaviourTerms() };
      }
      case 'daysSince':
        return this.daysSince();
      case 'streak':
        return this.streak();
      default: {
        const value = this.takeValue() ?? (kind === 'first' || kind === 'last' ? 'day' : null);
        if (!value) throw this.unexpected('expected-field');
        return { kind, value, of: this.behaviourTerms() };
      }
    }
  }

  /** Takes the name of a value with the comma after it, if what follows is one. */
  private takeValue(): EventValue | null {
    const value = eventValues.find((name) => this.isWord(name));
    if (!value || !(this.isMark(',', 1) || this.isMark(')', 1))) return null;
    this.skip(1);
    this.takeMark(',');
    return value;
  }

  private daysSince(): Aggregate {
    const event = (['first', 'last'] as const).find((name) => this.isWord(name) && this.isMark('(', 1));
    if (!event) throw this.unexpected('expected-first-or-last');
    this.skip(2);
    const of: Behaviour = this.behaviourTerms();
    this.expectMark(')');
    return { kind: 'daysSince', event, of };
  }

  private streak(): Aggregate {
    let period: Period | null = null;
    const readPeriod = () => {
      const word = periods.find((name) => this.isWord(name) && (this.isMark(',', 1) || this.isMark(')', 1)));
      if (!word || period) return false;
      period = word;
      this.skip(1);
      return true;
    };
    const of = this.behaviourTerms(readPeriod);
    if (!period) throw this.unexpected('expected-period');
    return { kind: 'streak', period, of };
  }
}
