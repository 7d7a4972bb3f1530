import type { PortraitError } from '../errors.ts';
import type { Comparison, Value } from './rule.ts';
import { type ProblemParams, type RuleProblem, syntaxError } from './rule-errors.ts';
import { type Token, tokenize } from './rule-tokens.ts';
import { reserved } from './rule-words.ts';

type ExpectedName =
  | 'expected-action'
  | 'expected-map'
  | 'expected-name'
  | 'expected-segment'
  | 'expected-prediction'
  | 'expected-trait';

type ExpectedText = 'expected-value' | 'expected-user' | 'expected-stage' | 'expected-rfm' | 'expected-dates';

/** Cursor over the tokens of a rule or a formula: consumes expected tokens and throws RULE_SYNTAX for others. */
export class RuleReader {
  private readonly tokens: readonly Token[];
  private readonly isFormula: boolean;
  private next = 0;

  constructor(text: string, isFormula: boolean) {
    this.tokens = tokenize(text, isFormula);
    this.isFormula = isFormula;
  }

  protected token(ahead = 0): Token {
    return this.tokens[this.next + ahead] ?? this.tokens.at(-1)!;
  }

  protected skip(tokens: number): void {
    this.next += tokens;
  }

  protected isMark(mark: string, ahead = 0): boolean {
    const token = this.token(ahead);
    return token.kind === 'mark' && token.text === mark;
  }

  protected isWord(word: string, ahead = 0): boolean {
    const token = this.token(ahead);
    return token.kind === 'word' && token.text.toLowerCase() === word;
  }

  protected takeWord(word: string): boolean {
    const matches = this.isWord(word);
    if (matches) this.next++;
    return matches;
  }

  protected takeMark(mark: string): boolean {
    const matches = this.isMark(mark);
    if (matches) this.next++;
    return matches;
  }

  protected expectMark(mark: string): void {
    if (!this.takeMark(mark)) throw this.unexpected('expected-mark', mark);
  }

  protected takeComparison(): Comparison | null {
    const token = this.token();
    if (token.kind !== 'comparison') return null;
    this.next++;
    return token.op;
  }

  protected expectComparison(): Comparison {
    const op = this.takeComparison();
    if (!op) throw this.unexpected('expected-comparison');
    return op;
  }

  protected expectNumber(): number {
    const token = this.token();
    if (token.kind !== 'number') throw this.unexpected('expected-number');
    this.next++;
    return token.value;
  }

  protected expectPositive(): number {
    const at = this.token().at;
    const value = this.expectNumber();
    if (value > 0) return value;
    throw this.problem(at, 'days');
  }

  protected expectName(problem: ExpectedName): string {
    const token = this.token();
    const isName = token.kind === 'string' || (token.kind === 'word' && !reserved.has(token.text.toLowerCase()));
    if (!isName || token.text === '') throw this.unexpected(problem);
    this.next++;
    return token.text;
  }

  protected expectValue(): Value {
    const token = this.token();
    if (token.kind !== 'number' && token.kind !== 'string' && token.kind !== 'word')
      throw this.unexpected('expected-value');
    this.next++;
    return token.kind === 'number' ? token.value : token.text;
  }

  /** Returns the text of a name or value as it is written: `007` remains `007`. */
  protected expectText(problem: ExpectedText): string {
    const token = this.token();
    if ((token.kind !== 'number' && token.kind !== 'string' && token.kind !== 'word') || token.text === '')
      throw this.unexpected(problem);
    this.next++;
    return token.text;
  }

  protected unexpected(problem: RuleProblem, word = ''): PortraitError {
    const token = this.token();
    return this.problem(token.at, problem, { word, found: textOf(token) });
  }

  protected problem(at: number, problem: RuleProblem, params: ProblemParams = {}): PortraitError {
    return syntaxError(at, problem, { ...params, isFormula: this.isFormula });
  }
}

function textOf(token: Token): string {
  if (token.kind === 'end') return '';
  return token.kind === 'comparison' ? token.op : token.text;
}
