import { MAX_COLUMNS, tooWide } from '../file-errors.ts';
import { arrayScore, keyValues } from './arrays.ts';
import type { Json, JsonArray, JsonObject } from './parse.ts';

/** Text that the rows of one document may repeat. */
const MAX_REPEATED = 64 << 20;

/** What the rows of a table of documents are made of. */
export interface Plan {
  readonly columns: readonly string[];
  /** Path of the array whose elements have a row each; null where each document has one. */
  readonly array: string | null;
}

/** A name in the documents, by its path. */
interface Place {
  readonly path: string;
  /** Where its values stand in a row; -1 where the plan has no column for it. */
  readonly column: number;
  readonly inside: Map<string, Place>;
  seen: boolean;
}

/** What has a row each in a document, and where it stands there. */
interface Elements {
  readonly place: Place;
  readonly items: readonly Json[];
}

/**
 * Turns documents into rows: nested names become `outer.inner`, lists of keys and values `list.key`, the elements of one
 * array of objects a row each, and what other arrays hold stays JSON. It also learns what a better plan would be.
 */
export class Flattener {
  private readonly root: Place;
  private readonly missed: string[] = [];
  private readonly arrays = new Map<string, number>();
  private readonly index: ReadonlyMap<string, number>;
  private readonly plan: Plan;
  private readonly file: string;
  private cells: string[] = [];
  private elements: Elements | null = null;

  /** `file` is named where there are too many columns. */
  constructor(plan: Plan, file: string) {
    this.plan = plan;
    this.file = file;
    this.index = new Map(plan.columns.map((column, c) => [column, c]));
    this.root = { path: '', column: -1, inside: new Map(), seen: true };
  }

  /** The rows of a document, or why there are none. Throws FILE_TOO_WIDE. */
  rows(document: Json): readonly string[][] | string {
    if (document === null || typeof document === 'string' || 'items' in document) return 'not an object';
    const shared = this.empty();
    this.cells = shared;
    this.elements = null;
    this.visitObject(this.root, document);
    return this.elements === null ? [shared] : this.rowsOf(this.elements, shared);
  }

  private rowsOf(elements: Elements, shared: string[]): readonly string[][] | string {
    const repeated = shared.reduce((sum, cell) => sum + cell.length + 1, 0) * elements.items.length;
    if (repeated > MAX_REPEATED) return 'its rows would be longer than 64 megabytes';
    return elements.items.map((item) => {
      this.cells = shared.slice();
      this.visit(elements.place, item, true);
      return this.cells;
    });
  }

  /** The plan that suits what has been seen; the same object where the present one does. */
  next(): Plan {
    const best = Math.max(0, ...this.arrays.values());
    const array = best === 0 ? null : ([...this.arrays].find(([, score]) => score === best)?.[0] ?? null);
    if (array !== this.plan.array) return { array, columns: [] };
    return this.missed.length === 0 ? this.plan : { array, columns: [...this.plan.columns, ...this.missed] };
  }

  private empty(): string[] {
    return new Array<string>(this.plan.columns.length).fill('');
  }

  private visit(place: Place, value: Json, inElement: boolean): void {
    if (value === null || typeof value === 'string') this.set(place, value ?? '');
    else if ('keys' in value) this.visitObject(place, value, inElement);
    else this.visitArray(place, value, inElement);
  }

  private visitObject(place: Place, { keys, values }: JsonObject, inElement = false): void {
    for (let i = 0; i < keys.length; i++) this.visit(this.inside(place, keys[i]!), values[i]!, inElement);
  }

  private visitArray(place: Place, array: JsonArray, inElement: boolean): void {
    if (array.items.length === 0) return;
    const named = keyValues(array);
    if (named) {
      for (const [key, value] of named) this.visit(this.inside(place, key), value, inElement);
      return;
    }
    if (!inElement && !this.arrays.has(place.path)) {
      const score = arrayScore(place.path, array);
      if (score > 0) this.arrays.set(place.path, score);
    }
    if (!inElement && place.path === this.plan.array) this.elements = { place, items: array.items };
    else this.set(place, array.raw);
  }

  private inside(place: Place, key: string): Place {
    const known = place.inside.get(key);
    if (known) return known;
    const path = place === this.root ? key : `${place.path}.${key}`;
    const made: Place = { path, column: this.index.get(path) ?? -1, inside: new Map(), seen: false };
    place.inside.set(key, made);
    if (place.inside.size > MAX_COLUMNS) throw tooWide(this.file, MAX_COLUMNS);
    return made;
  }

  private set(place: Place, text: string): void {
    if (place.column >= 0) this.cells[place.column] = text;
    else if (!place.seen) {
      place.seen = true;
      if (!this.missed.includes(place.path)) this.missed.push(place.path);
      if (this.missed.length + this.plan.columns.length > MAX_COLUMNS) throw tooWide(this.file, MAX_COLUMNS);
    }
  }
}
