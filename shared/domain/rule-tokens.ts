import { type Comparison, comparisons } from './rule.ts';
import { syntaxError } from './rule-errors.ts';
import { NUMBER, WORD } from './rule-words.ts';

type Mark = '(' | ')' | ',' | '*' | '/' | '+' | '-';

export type Token = { readonly at: number } & (
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'comparison'; readonly op: Comparison }
  | { readonly kind: 'mark'; readonly text: Mark }
  | { readonly kind: 'end' }
);

/** Alternative spellings of operators, including those of Chinese input methods. */
const spellings: Readonly<Record<string, Comparison>> = {
  ...Object.fromEntries(comparisons.map((op) => [op, op] as const)),
  '==': '=',
  '<>': '!=',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '＝': '=',
  '＞': '>',
  '＜': '<',
};
const marks: Readonly<Record<string, Mark>> = {
  '(': '(',
  ')': ')',
  ',': ',',
  '*': '*',
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
};
/** Operators of formulas. */
const operators: Readonly<Record<string, Mark>> = { '/': '/', '÷': '/', '×': '*', '+': '+', '-': '-', '−': '-' };
const quotes: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’' };

/** Splits the text of a rule or a formula into tokens; the last token has kind `end`. Throws RULE_SYNTAX. */
export function tokenize(text: string, isFormula = false): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    const start = at;
    const char = text[at]!;
    const blank = match(/\s+/y);
    const number = match(NUMBER);
    const word = match(WORD);
    const op = match(/[<>=!]{1,2}|[≥≤≠＝＞＜]/y);
    if (blank) at += blank.length;
    else if (number) {
      tokens.push({ kind: 'number', value: parseFinite(number, start, isFormula), text: number, at });
      at += number.length;
    } else if (word) {
      tokens.push({ kind: 'word', text: word, at });
      at += word.length;
    } else if (quotes[char]) {
      const { content, end } = readString(text, { start: at, close: quotes[char], isFormula });
      tokens.push({ kind: 'string', text: content, at });
      at = end;
    } else if (marks[char]) {
      tokens.push({ kind: 'mark', text: marks[char], at });
      at++;
    } else if (isFormula && operators[char]) {
      tokens.push({ kind: 'mark', text: operators[char], at });
      at++;
    } else if (op && Object.hasOwn(spellings, op)) {
      tokens.push({ kind: 'comparison', op: spellings[op]!, at });
      at += op.length;
    } else throw syntaxError(at, 'character', { word: String.fromCodePoint(text.codePointAt(at)!), isFormula });
  }
  tokens.push({ kind: 'end', at });
  return tokens;
}

function readString(
  text: string,
  { start, close, isFormula }: { start: number; close: string; isFormula: boolean },
): { content: string; end: number } {
  let content = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === close) return { content, end: at + 1 };
    if (text[at] === '\\') at++;
    content += text[at] ?? '';
  }
  throw syntaxError(start, 'open-quote', { word: close, isFormula });
}

function parseFinite(text: string, at: number, isFormula: boolean): number {
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw syntaxError(at, 'large-number', { word: text, isFormula });
}
