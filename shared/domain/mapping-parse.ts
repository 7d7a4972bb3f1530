import type { PortraitError } from '../errors.ts';
import { fields, isField, type Mapping, type Source } from './mapping.ts';
import { mappingError } from './mapping-errors.ts';
import { nearestNames } from './nearest-names.ts';

/** A parsed source and the index of the character after it. */
interface ParsedSource {
  readonly source: Source;
  readonly end: number;
}

const closing: Readonly<Record<string, string>> = { "'": "'", '"': '"', '`': '`', '‘': '’', '“': '”' };
const isLiteralQuote = (char: string) => char === "'" || char === '‘';

/**
 * Parses a mapping in command-line syntax: `user=user_id,time=event_time,action='purchase',category=code|id`, with
 * `attributes=age|gender` (or `attributes=*`) for the columns that describe the user. A name that contains `,`, `|` or
 * `=` must be in double quotes. Throws MAPPING_SYNTAX.
 */
export function parseMapping(text: string): Mapping {
  const mapping: Mapping = {};
  let at = 0;
  while (at < text.length) {
    const equals = text.indexOf('=', at);
    if (equals < 0) throw mappingError(text, at, 'no-equals', text.slice(at).trim());
    const name = text.slice(at, equals).trim();
    const { sources, end } = readSources(text, equals + 1);
    if (name === 'attributes') mapping.attributes = sources.map((source) => attributeColumn(source, text, equals));
    else if (!isField(name)) throw unknownField(name, text, at);
    else if (mapping[name] !== undefined) throw mappingError(text, at, 'duplicate', name);
    else mapping[name] = printSources(sources);
    at = end + 1;
  }
  return mapping;
}

/** Parses the sources of one field: `category_code|category_id`, `'purchase'`, `3`. Throws MAPPING_SYNTAX. */
export function parseSources(text: string): Source[] {
  const { sources, end } = readSources(text, 0);
  if (end < text.length) throw mappingError(text, end, 'comma');
  return sources;
}

/** Formats a mapping as text that `parseMapping` parses. */
export function printMapping(mapping: Mapping): string {
  const parts = fields.flatMap((field) => (mapping[field] === undefined ? [] : [`${field}=${mapping[field]}`]));
  if (mapping.attributes) parts.push(`attributes=${mapping.attributes.map(printColumn).join('|')}`);
  return parts.join(',');
}

export function printSources(sources: readonly Source[]): string {
  return sources
    .map((source) => ('literal' in source ? quote(source.literal, "'") : printColumn(source.column)))
    .join('|');
}

function printColumn(column: string): string {
  return /^[^\s,|='"`‘“][^,|='"`‘“]*$/u.test(column) && column.trim() === column ? column : quote(column, '"');
}

const quote = (text: string, quoteChar: string) =>
  quoteChar + text.replaceAll(quoteChar, quoteChar + quoteChar) + quoteChar;

function readSources(text: string, start: number): { sources: Source[]; end: number } {
  const sources: Source[] = [];
  for (let at = start; ; ) {
    const { source, end } = readSource(text, at);
    sources.push(source);
    if (text[end] !== '|') return { sources, end };
    at = end + 1;
  }
}

function readSource(text: string, start: number): ParsedSource {
  let at = start;
  while (/\s/u.test(text[at] ?? '')) at++;
  const close = closing[text[at] ?? ''];
  if (close) return readQuoted(text, at, close);
  const end = at + (/[,|]/u.exec(text.slice(at))?.index ?? text.length - at);
  const column = text.slice(at, end).trim();
  if (column === '') throw mappingError(text, at, 'no-column');
  if (/[='"`]/u.test(column)) throw mappingError(text, at, 'character', column);
  return { source: { column }, end };
}

function readQuoted(text: string, start: number, close: string): ParsedSource {
  let content = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== close) content += text[at];
    else if (text[at + 1] === close) content += text[at++];
    else {
      let end = at + 1;
      while (/\s/u.test(text[end] ?? '')) end++;
      if (end < text.length && !/[,|]/u.test(text[end]!)) throw mappingError(text, end, 'no-comma');
      const isLiteral = isLiteralQuote(text[start]!);
      if (!isLiteral && content === '') throw mappingError(text, start, 'no-column');
      return { source: isLiteral ? { literal: content } : { column: content }, end };
    }
  }
  throw mappingError(text, start, 'open-quote');
}

function attributeColumn(source: Source, text: string, at: number): string {
  if ('column' in source) return source.column;
  throw mappingError(text, at, 'literal');
}

function unknownField(name: string, text: string, at: number): PortraitError {
  return mappingError(text, at, 'unknown-field', name, nearestNames(name, [...fields, 'attributes'], 1));
}
