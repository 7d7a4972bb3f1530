import type { JsonFault } from '../../../../../shared/domain/rejection.ts';

/** A JSON value with scalars as text: numbers keep all of their digits. */
export type Json = string | null | JsonObject | JsonArray;

export interface JsonObject {
  readonly keys: readonly string[];
  readonly values: readonly Json[];
}

export interface JsonArray {
  readonly items: readonly Json[];
  /** The source text of the array. */
  readonly raw: string;
}

/** Syntax error of a document. `position` counts characters from 1. */
export class JsonSyntaxError extends SyntaxError {
  readonly params: { readonly position: number; readonly fault: JsonFault };

  constructor(params: JsonSyntaxError['params']) {
    super(`${params.fault} at character ${params.position}`);
    this.params = params;
  }
}

const MAX_DEPTH = 100;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

const NOT_FINITE = /-?(?:NaN|Infinity)\b/y;

/**
 * Parses one value. Throws a JsonSyntaxError exactly where `JSON.parse` throws or the depth exceeds 100, except that NaN
 * and infinities are read as null.
 */
export function parseJson(text: string): Json {
  return new Parser(text).document();
}

class Parser {
  private at = 0;
  private depth = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  document(): Json {
    const value = this.value();
    this.skipSpace();
    if (this.at < this.text.length) throw this.syntaxError('extra-text');
    return value;
  }

  private value(): Json {
    this.skipSpace();
    switch (this.text.charCodeAt(this.at)) {
      case 0x7b:
        return this.object();
      case 0x5b:
        return this.array();
      case 0x22:
        return this.string();
      case 0x74:
        return this.word('true');
      case 0x66:
        return this.word('false');
      case 0x6e:
        this.word('null');
        return null;
      default:
        return this.number();
    }
  }

  private object(): JsonObject {
    const keys: string[] = [];
    const values: Json[] = [];
    this.enter();
    if (!this.accept('}')) {
      do {
        this.skipSpace();
        if (this.text[this.at] !== '"') throw this.syntaxError('name-expected');
        keys.push(this.string());
        if (!this.accept(':')) throw this.syntaxError('colon-expected');
        values.push(this.value());
      } while (this.accept(','));
      if (!this.accept('}')) throw this.syntaxError('object-open');
    }
    this.depth--;
    return { keys, values };
  }

  private array(): JsonArray {
    const start = this.at;
    const items: Json[] = [];
    this.enter();
    if (!this.accept(']')) {
      do items.push(this.value());
      while (this.accept(','));
      if (!this.accept(']')) throw this.syntaxError('array-open');
    }
    this.depth--;
    return { items, raw: this.text.slice(start, this.at) };
  }

  private enter(): void {
    this.at++;
    if (++this.depth > MAX_DEPTH) throw this.syntaxError('too-deep');
  }

  private string(): string {
    const start = this.at;
    for (let at = start + 1; ; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 0x22) {
        this.at = at + 1;
        return this.text.slice(start + 1, at);
      }
      if (code === 0x5c) return this.parseEscaped(start, at);
      if (code < 0x20 || Number.isNaN(code)) {
        this.at = at;
        throw this.syntaxError(code < 0x20 ? 'control-character' : 'open-string');
      }
    }
  }

  private parseEscaped(start: number, from: number): string {
    let at = from;
    while (at < this.text.length && this.text[at] !== '"') at += this.text[at] === '\\' ? 2 : 1;
    this.at = at;
    if (at >= this.text.length) throw this.syntaxError('open-string');
    this.at = at + 1;
    try {
      return String(JSON.parse(this.text.slice(start, at + 1)));
    } catch {
      this.at = start;
      throw this.syntaxError('bad-escape');
    }
  }

  private number(): string | null {
    if (this.acceptNotFinite()) return null;
    NUMBER.lastIndex = this.at;
    const [literal] = NUMBER.exec(this.text) ?? [];
    if (literal === undefined) {
      throw this.syntaxError(this.at < this.text.length ? 'value-expected' : 'unexpected-end');
    }
    this.at += literal.length;
    return literal;
  }

  /** NaN and infinities, which Python and others write although JSON has no such numbers. */
  private acceptNotFinite(): boolean {
    NOT_FINITE.lastIndex = this.at;
    const [literal] = NOT_FINITE.exec(this.text) ?? [];
    if (literal === undefined) return false;
    this.at += literal.length;
    return true;
  }

  private word(word: string): string {
    if (!this.text.startsWith(word, this.at)) throw this.syntaxError('value-expected');
    this.at += word.length;
    return word;
  }

  private accept(character: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at++;
    }
  }

  private syntaxError(fault: JsonFault): JsonSyntaxError {
    return new JsonSyntaxError({ position: Math.min(this.at, this.text.length) + 1, fault });
  }
}
