import type { RejectionReason } from '../../../../../shared/domain/rejection.ts';
import { MAX_COLUMNS, tooManyColumns } from '../file-errors.ts';
import { arrayScore, keyValues } from './arrays.ts';
import type { Json, JsonArray, JsonObject } from './parse.ts';

/** Maximum size of the text that the rows of one document repeat. */
const MAX_REPEATED = 64 << 20;

const notAnObject: RejectionReason = { code: 'not-an-object', params: {} };
const rowsTooLong: RejectionReason = { code: 'rows-too-long', params: { megabytes: MAX_REPEATED >> 20 } };

/** Schema of the table made from documents. */
export interface Plan {
  readonly columns: readonly string[];
  /** Path of the array whose elements become rows; null if each document is one row. */
  readonly array: string | null;
}

/** A node in the tree of property paths. */
interface PathNode {
  readonly path: string;
  /** Index of its column; -1 if the plan has none. */
  readonly column: number;
  readonly children: Map<string, PathNode>;
  isReported: boolean;
}

/** The array elements of a document that become rows, and the node of the array. */
interface ArrayElements {
  readonly node: PathNode;
  readonly items: readonly Json[];
}

/**
 * Flattens documents into rows: nested names become `outer.inner`, lists of keys and values `list.key`, each element of
 * one array of objects becomes a row, and other arrays stay JSON. Collects the information for a better plan meanwhile.
 */
export class Flattener {
  private readonly root: PathNode;
  private readonly missingColumns: string[] = [];
  private readonly arrays = new Map<string, number>();
  private readonly index: ReadonlyMap<string, number>;
  private readonly plan: Plan;
  private readonly file: string;
  private cells: string[] = [];
  private elements: ArrayElements | null = null;

  /** `file` is named in the error for too many columns. */
  constructor(plan: Plan, file: string) {
    this.plan = plan;
    this.file = file;
    this.index = new Map(plan.columns.map((column, c) => [column, c]));
    this.root = { path: '', column: -1, children: new Map(), isReported: true };
  }

  /** Returns the rows of a document, or the reason why it has none. Throws FILE_TOO_WIDE. */
  rows(document: Json): readonly string[][] | RejectionReason {
    if (document === null || typeof document === 'string' || 'items' in document) return notAnObject;
    const sharedCells = this.empty();
    this.cells = sharedCells;
    this.elements = null;
    this.visitObject(this.root, document);
    return this.elements === null ? [sharedCells] : this.rowsOf(this.elements, sharedCells);
  }

  private rowsOf(elements: ArrayElements, sharedCells: string[]): readonly string[][] | RejectionReason {
    const repeated = sharedCells.reduce((sum, cell) => sum + cell.length + 1, 0) * elements.items.length;
    if (repeated > MAX_REPEATED) return rowsTooLong;
    return elements.items.map((item) => {
      this.cells = sharedCells.slice();
      this.visit(elements.node, item, true);
      return this.cells;
    });
  }

  /** Returns the plan that fits the documents so far; the same object if the current plan does. */
  nextPlan(): Plan {
    const best = Math.max(0, ...this.arrays.values());
    const array = best === 0 ? null : ([...this.arrays].find(([, score]) => score === best)?.[0] ?? null);
    if (array !== this.plan.array) return { array, columns: [] };
    return this.missingColumns.length === 0
      ? this.plan
      : { array, columns: [...this.plan.columns, ...this.missingColumns] };
  }

  private empty(): string[] {
    return new Array<string>(this.plan.columns.length).fill('');
  }

  private visit(node: PathNode, value: Json, inElement: boolean): void {
    if (value === null || typeof value === 'string') this.set(node, value ?? '');
    else if ('keys' in value) this.visitObject(node, value, inElement);
    else this.visitArray(node, value, inElement);
  }

  private visitObject(node: PathNode, { keys, values }: JsonObject, inElement = false): void {
    for (let i = 0; i < keys.length; i++) this.visit(this.childOf(node, keys[i]!), values[i]!, inElement);
  }

  private visitArray(node: PathNode, array: JsonArray, inElement: boolean): void {
    if (array.items.length === 0) return;
    const keyValuePairs = keyValues(array);
    if (keyValuePairs) {
      for (const [key, value] of keyValuePairs) this.visit(this.childOf(node, key), value, inElement);
      return;
    }
    if (!inElement && !this.arrays.has(node.path)) {
      const score = arrayScore(node.path, array);
      if (score > 0) this.arrays.set(node.path, score);
    }
    if (!inElement && node.path === this.plan.array) this.elements = { node, items: array.items };
    else this.set(node, array.raw);
  }

  private childOf(node: PathNode, key: string): PathNode {
    const existing = node.children.get(key);
    if (existing) return existing;
    const path = node === this.root ? key : `${node.path}.${key}`;
    const child: PathNode = { path, column: this.index.get(path) ?? -1, children: new Map(), isReported: false };
    node.children.set(key, child);
    if (node.children.size > MAX_COLUMNS) throw tooManyColumns(this.file, MAX_COLUMNS);
    return child;
  }

  private set(node: PathNode, text: string): void {
    if (node.column >= 0) this.cells[node.column] = text;
    else if (!node.isReported) {
      node.isReported = true;
      if (!this.missingColumns.includes(node.path)) this.missingColumns.push(node.path);
      if (this.missingColumns.length + this.plan.columns.length > MAX_COLUMNS)
        throw tooManyColumns(this.file, MAX_COLUMNS);
    }
  }
}
