import type { Field } from '../../../../../shared/domain/mapping.ts';
import { fieldOfName } from '../../detect/field-names.ts';
import type { Layout } from './documents.ts';
import { parseJson } from './parse.ts';

/** Fields that an object has which is an event itself; counts, totals and times may describe an export. */
const OF_EVENTS: readonly Field[] = ['user', 'item', 'action', 'order_id', 'session'];
/** Objects that wrap others are not nested deeper. */
const MAX_DEPTH = 10;
const SPACE = /[\s\ufeff]*/y;
const TEXT = /"(?:[^"\\]|\\.)*"/y;
const SCALAR = /[^\s,[\]{}"]+/y;

/**
 * How the documents of a file stand in it, judged by its head (`whole` says that it is all there is); null where it does
 * not look like JSON.
 */
export function layoutOf(head: string, whole: boolean): Layout | null {
  const start = after(SPACE, head, 0);
  if (head[start] === '[') {
    const first = head[after(SPACE, head, start + 1)];
    return first === '{' || (first === ']' && whole) ? valuesFrom(head, start + 1, true) : null;
  }
  if (head[start] !== '{' || !/^["}]?$/.test(head[after(SPACE, head, start + 1)] ?? '')) return null;
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  const complete = (whole ? lines : lines.slice(0, -1)).slice(0, 20);
  const objects = complete.filter(isJson).length;
  if (objects > 1 && objects >= complete.length / 2) return { kind: 'lines' };
  const wrapped = new Envelope(head).find(start);
  if (wrapped !== null) return valuesFrom(head, wrapped + 1, true);
  return objects === complete.length && objects > 0 ? { kind: 'lines' } : valuesFrom(head, start, false);
}

function valuesFrom(head: string, start: number, array: boolean): Layout {
  return { kind: 'values', start: Buffer.byteLength(head.slice(0, start)), array };
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
  private readonly head: string;

  constructor(head: string) {
    this.head = head;
  }

  /** Where the array opens; null where there is none, or where the object is a document itself, with fields of its own. */
  find(open: number): number | null {
    return this.object(open, 0)?.array ?? null;
  }

  /** Goes through an object: where its array opens, else where it ends; null where it is not a wrapping or goes on beyond the head. */
  private object(open: number, depth: number): { array?: number; end: number } | null {
    if (depth > MAX_DEPTH) return null;
    let at = after(SPACE, this.head, open + 1);
    while (this.head[at] === '"') {
      const name = after(TEXT, this.head, at);
      const colon = after(SPACE, this.head, name);
      if (this.head[colon] !== ':') return null;
      const value = after(SPACE, this.head, colon + 1);
      const first = this.head[value];
      if (first === '[') {
        if (this.head[after(SPACE, this.head, value + 1)] === '{') return { array: value, end: value };
        return null;
      }
      if (first === '{') {
        const inner = this.object(value, depth + 1);
        if (inner === null || inner.array !== undefined) return inner;
        at = inner.end;
      } else {
        const field = fieldOfName(this.head.slice(at + 1, name - 1))?.field;
        if (field !== undefined && OF_EVENTS.includes(field)) return null;
        at = after(first === '"' ? TEXT : SCALAR, this.head, value);
        if (at === value) return null;
      }
      at = after(SPACE, this.head, at);
      if (this.head[at] === ',') at = after(SPACE, this.head, at + 1);
    }
    return this.head[at] === '}' ? { end: at + 1 } : null;
  }
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
