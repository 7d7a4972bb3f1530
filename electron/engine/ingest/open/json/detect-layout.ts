import type { Field } from '../../../../../shared/domain/mapping.ts';
import { fieldOfName } from '../../detect/field-names.ts';
import type { DocumentLayout } from './documents.ts';
import { parseJson } from './parse.ts';

/** Fields that an object has which is an event itself; counts, totals and times may describe an export. */
const EVENT_FIELDS: readonly Field[] = ['user', 'item', 'action', 'order_id', 'session'];
/** Objects that wrap others are not nested deeper. */
const MAX_DEPTH = 10;
const SPACE = /[\s\ufeff]*/y;
const TEXT = /"(?:[^"\\]|\\.)*"/y;
const SCALAR = /[^\s,[\]{}"]+/y;

/**
 * How the documents of a file stand in it, judged by its head (`whole` says that it is all there is); null where it does
 * not look like JSON.
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

/** Looks into an object that only wraps an array of objects, as `{"orders": […]}` does. */
class Envelope {
  private readonly fileStart: string;

  constructor(fileStart: string) {
    this.fileStart = fileStart;
  }

  /** Where the array opens; null where there is none, or where the object is a document itself, with fields of its own. */
  find(open: number): number | null {
    return this.scanObject(open, 0)?.array ?? null;
  }

  /** Goes through an object: where its array opens, else where it ends; null where it is not a wrapping or goes on beyond the head. */
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
        if (field !== undefined && EVENT_FIELDS.includes(field)) return null;
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
