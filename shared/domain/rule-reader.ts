import type { PortraitError } from '../errors.ts';
import type { Comparison, Value } from './rule.ts';
import { syntaxError, type Token } from './rule-tokens.ts';
import { reserved } from './rule-words.ts';

/** Cursor over a rule's tokens: consumes expected tokens and throws RULE_SYNTAX for others. */
export class RuleReader {
  private readonly tokens: readonly Token[];
  private readonly hint: string;
  private next = 0;

  constructor(tokens: readonly Token[], hint: string) {
    this.tokens = tokens;
    this.hint = hint;
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
    if (!this.takeMark(mark)) throw this.unexpected(mark);
  }

  protected takeComparison(): Comparison | null {
    const token = this.token();
    if (token.kind !== 'comparison') return null;
    this.next++;
    return token.op;
  }

  protected expectComparison(): Comparison {
    const op = this.takeComparison();
    if (!op) throw this.unexpected('a comparison such as >=');
    return op;
  }

  protected expectNumber(): number {
    const token = this.token();
    if (token.kind !== 'number') throw this.unexpected('a number');
    this.next++;
    return token.value;
  }

  protected expectPositive(): number {
    const at = this.token().at;
    const value = this.expectNumber();
    if (value > 0) return value;
    throw syntaxError(at, 'Days must be greater than 0.', 'For example: count(view, days = 30) >= 3');
  }

  protected expectName(expected: string): string {
    const token = this.token();
    const isName = token.kind === 'string' || (token.kind === 'word' && !reserved.has(token.text.toLowerCase()));
    if (!isName || token.text === '') throw this.unexpected(expected);
    this.next++;
    return token.text;
  }

  protected expectValue(): Value {
    const token = this.token();
    if (token.kind !== 'number' && token.kind !== 'string' && token.kind !== 'word') throw this.unexpected('a value');
    this.next++;
    return token.kind === 'number' ? token.value : token.text;
  }

  protected unexpected(expected: string): PortraitError {
    const token = this.token();
    return syntaxError(token.at, `Expected ${expected} but found ${describe(token)}.`, this.hint);
  }
}

function describe(token: Token): string {
  if (token.kind === 'end') return 'the end of the rule';
  if (token.kind === 'number') return String(token.value);
  return token.kind === 'comparison' ? token.op : `“${token.text}”`;
}
