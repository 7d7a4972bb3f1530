import type { Field } from '../../../../../shared/domain/mapping.ts';
import { fieldOfName } from '../../detect/field-names.ts';
import type { DocumentLayout } from './documents.ts';
import { parseJson } from './parse.ts';

/** Fields that identify an object as an event; counts, totals and times may describe an export. */
const IDENTIFYING_FIELDS: readonly Field[] = ['user', 'item', 'action', 'order_id', 'session'];
/** Maximum nesting depth of wrapper objects. */
const MAX_DEPTH = 10;
const SPACE = /[\s\ufeff]*/y;
const TEXT = /"(?:[^"\\]|\\.)*"/y;
const SCALAR = /[^\s,[\]{}"]+/y;

/**
 * Detects the layout of a file's documents from its start (`isWhole`: whether this is the complete file); null if it
 * does not look like JSON.
 */
export function detectLayout(fileStart: string, isWhole: boolean): DocumentLayout | null {
  const start = skip(SPACE, fileStart, 0);
  if (fileStart[start] === '[') {
    const firstCharacter = fileStart[skip(SPACE, fileStart, start + 1)];
    return firstCharacter === '{' || (firstCharacter === ']' && isWhole)
      ? valuesFrom(fileStart, start + 1, true)
      : null;
  }
  if (fileStart[start] !== '{' || !/^["}]?$/.test(fileStart[skip(SPACE, fileStart, start + 1)] ?? '')) return null;
  const lines = fileStart.split('\n').filter((line) => line.trim() !== '');
  const complete = (isWhole ? lines : lines.slice(0, -1)).slice(0, 20);
  const objects = complete.filter(isJson).length;
  if (objects > 1 && objects >= complete.length / 2) return { kind: 'lines' };
  const arrayStart = new Envelope(fileStart).find(start);
  if (arrayStart !== null) return valuesFrom(fileStart, arrayStart + 1, true);
  return objects === complete.length && objects > 0 ? { kind: 'lines' } : valuesFrom(fileStart, start, false);
}

function valuesFrom(fileStart: string, start: number, array: boolean): DocumentLayout {
  return { kind: 'values', start: Buffer.byteLength(fileStart.slice(0, start)), array };
}

function isJson(line: string): boolean {
  try {
    parseJson(line.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}

/** Finds the array in an object that only wraps it, such as `{"orders": […]}`. */
class Envelope {
  private readonly fileStart: string;

  constructor(fileStart: string) {
    this.fileStart = fileStart;
  }

  /**
   * Returns the offset of the array; null if there is none, or if the object is itself a document with event fields.
   */
  find(open: number): number | null {
    return this.scanObject(open, 0)?.array ?? null;
  }

  /**
   * Scans an object: returns the offset of its array, or else of its end; null if it is not a wrapper or continues
   * beyond the start of the file.
   */
  private scanObject(open: number, depth: number): { array?: number; end: number } | null {
    if (depth > MAX_DEPTH) return null;
    let at = skip(SPACE, this.fileStart, open + 1);
    while (this.fileStart[at] === '"') {
      const name = skip(TEXT, this.fileStart, at);
      const colon = skip(SPACE, this.fileStart, name);
      if (this.fileStart[colon] !== ':') return null;
      const value = skip(SPACE, this.fileStart, colon + 1);
      const firstCharacter = this.fileStart[value];
      if (firstCharacter === '[') {
        if (this.fileStart[skip(SPACE, this.fileStart, value + 1)] === '{') return { array: value, end: value };
        return null;
      }
      if (firstCharacter === '{') {
        const inner = this.scanObject(value, depth + 1);
        if (inner === null || inner.array !== undefined) return inner;
        at = inner.end;
      } else {
        const field = fieldOfName(this.fileStart.slice(at + 1, name - 1))?.field;
        if (field !== undefined && IDENTIFYING_FIELDS.includes(field)) return null;
        at = skip(firstCharacter === '"' ? TEXT : SCALAR, this.fileStart, value);
        if (at === value) return null;
      }
      at = skip(SPACE, this.fileStart, at);
      if (this.fileStart[at] === ',') at = skip(SPACE, this.fileStart, at + 1);
    }
    return this.fileStart[at] === '}' ? { end: at + 1 } : null;
  }
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
