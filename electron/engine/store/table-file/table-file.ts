import { PAGE_SIZE, PageFile } from './page-file.ts';
import { putVarint, Record } from './record.ts';
import { Tree } from './tree.ts';

const MAGIC = new TextEncoder().encode('SQLite format 3\0');
const HEADER = 100;
const TABLE_LEAF = 13;

interface Table {
  readonly name: string;
  readonly sql: string;
  readonly tree: Tree;
}

/**
 * Writes a separate SQLite database with WITHOUT ROWID tables, whose rows must be added in key order. Inserting
 * millions of rows with statements takes most of an import's time; a table written here is copied with `INSERT … SELECT
 * *`, page by page if the target is empty and has an identical declaration, ten times as fast. The format:
 * https://www.sqlite.org/fileformat2.html
 */
export class TableFile {
  private readonly pages: PageFile;
  private readonly tables: Table[] = [];

  constructor(path: string) {
    this.pages = new PageFile(path);
  }

  /** Adds a table. `sql` is its CREATE TABLE statement, WITHOUT ROWID; the columns of the primary key come first. */
  table(name: string, sql: string): Tree {
    const tree = new Tree(this.pages);
    this.tables.push({ name, sql, tree });
    return tree;
  }

  /** Writes the remaining pages and closes the file; call either this or `close`, once. */
  finish(): void {
    const roots = this.tables.map(({ tree }) => tree.finish());
    this.pages.finish(this.firstPage(roots));
  }

  close(): void {
    this.pages.close();
  }

  /** Builds the first page: the file header, and the schema as a b-tree of one page. */
  private firstPage(roots: readonly number[]): Uint8Array {
    const page = new Uint8Array(PAGE_SIZE);
    const view = new DataView(page.buffer);
    page.set(MAGIC);
    view.setUint16(16, PAGE_SIZE);
    page.set([1, 1, 0, 64, 32, 32], 18);
    view.setUint32(24, 1);
    view.setUint32(28, this.pages.count);
    view.setUint32(40, 1);
    view.setUint32(44, 4);
    view.setUint32(56, 1);
    view.setUint32(92, 1);
    view.setUint32(96, 3_040_000);
    let content = PAGE_SIZE;
    for (const [i, { name, sql }] of this.tables.entries()) {
      const record = new Record();
      record.encode(['table', name, name, roots[i]!, sql]);
      const prefix = new Uint8Array(8);
      const size = putVarint(prefix, 0, record.length);
      const length = size + putVarint(prefix, size, i + 1);
      content -= length + record.length;
      page.set(prefix.subarray(0, length), content);
      record.copyTo(page, content + length, 0, record.length);
      view.setUint16(HEADER + 8 + 2 * i, content);
    }
    page[HEADER] = TABLE_LEAF;
    view.setUint16(HEADER + 3, this.tables.length);
    view.setUint16(HEADER + 5, content);
    return page;
  }
}
