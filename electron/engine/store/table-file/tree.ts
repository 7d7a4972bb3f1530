import { PAGE_SIZE, type PageFile } from './page-file.ts';
import { putVarint, Record, type Value, varintSize } from './record.ts';

const LEAF = 10;
const INTERIOR = 2;
/** Longer records continue on overflow pages. */
const MAX_LOCAL = Math.floor(((PAGE_SIZE - 12) * 64) / 255) - 23;
const MIN_LOCAL = Math.floor(((PAGE_SIZE - 12) * 32) / 255) - 23;

/**
 * The b-tree of a WITHOUT ROWID table, built bottom-up: leaves are filled one after another; the last row of a full
 * page moves up to the parent as the divider between it and the next page.
 */
export class Tree {
  private readonly pages: PageFile;
  private readonly levels: Level[] = [new Level(LEAF)];
  private readonly record = new Record();

  constructor(pages: PageFile) {
    this.pages = pages;
  }

  /** Adds a row, with values in column order; rows must be added in the order of the primary key. */
  add(values: readonly Value[]): void {
    const { record } = this;
    record.encode(values);
    const { length } = record;
    const leaf = this.levels[0]!;
    if (length > MAX_LOCAL) {
      const cell = this.overflowCell();
      this.append(0, cell, 0);
      return;
    }
    const size = varintSize(length) + length;
    if (!leaf.hasRoom(size)) this.flushLevel(0);
    const at = leaf.reserve(size);
    record.copyTo(leaf.cells, at + putVarint(leaf.cells, at, length), 0, length);
  }

  /** Writes the remaining pages; returns the number of the root page. */
  finish(): number {
    let child = 0;
    for (const level of this.levels) child = this.pages.write(level.build(child));
    return child;
  }

  private append(at: number, cell: Uint8Array, child: number): void {
    const level = this.levels[at] ?? new Level(INTERIOR);
    this.levels[at] = level;
    if (!level.hasRoom(cell.length)) this.flushLevel(at);
    level.cells.set(cell, level.reserve(cell.length));
    if (at > 0) level.children.push(child);
  }

  private flushLevel(at: number): void {
    const level = this.levels[at]!;
    const { cell, child } = level.popLast();
    const page = this.pages.write(level.build(child));
    level.clear();
    this.append(at + 1, cell, page);
  }

  private overflowCell(): Uint8Array {
    const { record, pages } = this;
    const { length } = record;
    const preferredLength = MIN_LOCAL + ((length - MIN_LOCAL) % (PAGE_SIZE - 4));
    const localLength = preferredLength <= MAX_LOCAL ? preferredLength : MIN_LOCAL;
    const size = varintSize(length);
    const cell = new Uint8Array(size + localLength + 4);
    putVarint(cell, 0, length);
    record.copyTo(cell, size, 0, localLength);
    let next = 0;
    for (
      let start = length - ((length - localLength) % (PAGE_SIZE - 4) || PAGE_SIZE - 4);
      start >= localLength;
      start -= PAGE_SIZE - 4
    ) {
      const page = new Uint8Array(PAGE_SIZE);
      new DataView(page.buffer).setUint32(0, next);
      record.copyTo(page, 4, start, Math.min(start + PAGE_SIZE - 4, length));
      next = pages.write(page);
    }
    new DataView(cell.buffer).setUint32(size + localLength, next);
    return cell;
  }
}

/** The page that is being filled at one level of the tree. */
class Level {
  readonly cells = new Uint8Array(PAGE_SIZE);
  /** For an interior page: the left child of each cell. */
  readonly children: number[] = [];
  private readonly type: number;
  private readonly header: number;
  private readonly starts: number[] = [];
  private usedBytes = 0;

  constructor(type: number) {
    this.type = type;
    this.header = type === LEAF ? 8 : 12;
  }

  private get pointerSize(): number {
    return this.type === LEAF ? 0 : 4;
  }

  hasRoom(size: number): boolean {
    return this.header + (this.starts.length + 1) * (2 + this.pointerSize) + this.usedBytes + size <= PAGE_SIZE;
  }

  /** Reserves space for a cell; returns its offset in `cells`. */
  reserve(size: number): number {
    const at = this.usedBytes;
    this.starts.push(at);
    this.usedBytes += size;
    return at;
  }

  popLast(): { cell: Uint8Array; child: number } {
    const start = this.starts.pop() ?? 0;
    const cell = this.cells.slice(start, this.usedBytes);
    this.usedBytes = start;
    return { cell, child: this.children.pop() ?? 0 };
  }

  /** Builds the page in file format; `last` is the right-most child. */
  build(last: number): Uint8Array {
    const { starts, header, pointerSize, usedBytes } = this;
    const page = new Uint8Array(PAGE_SIZE);
    const view = new DataView(page.buffer);
    const content = PAGE_SIZE - usedBytes - pointerSize * starts.length;
    page[0] = this.type;
    view.setUint16(3, starts.length);
    view.setUint16(5, content);
    if (pointerSize > 0) view.setUint32(8, last);
    else page.set(this.cells.subarray(0, usedBytes), content);
    for (let i = 0; i < starts.length; i++) {
      const at = content + starts[i]! + pointerSize * i;
      view.setUint16(header + 2 * i, at);
      if (pointerSize === 0) continue;
      view.setUint32(at, this.children[i]!);
      page.set(this.cells.subarray(starts[i]!, starts[i + 1] ?? usedBytes), at + pointerSize);
    }
    return page;
  }

  clear(): void {
    this.starts.length = 0;
    this.children.length = 0;
    this.usedBytes = 0;
  }
}
