import { closeSync, openSync, writeSync } from 'node:fs';

export const PAGE_SIZE = 1 << 15;
const BUFFERED_PAGES = 32;
/** The page that contains byte 2³⁰, which SQLite reserves for its locks. */
const LOCK_PAGE = 2 ** 30 / PAGE_SIZE + 1;

/** Writes the pages of a database file, each once, starting from the second; the first page is written last. */
export class PageFile {
  /** Number of pages so far, including the first. */
  count = 1;
  private readonly handle: number;
  private readonly buffer = new Uint8Array(BUFFERED_PAGES * PAGE_SIZE);
  private pendingPages = 0;

  constructor(path: string) {
    this.handle = openSync(path, 'w');
  }

  /** Writes a page; returns its number. */
  write(page: Uint8Array): number {
    if (this.count + 1 === LOCK_PAGE) this.append(new Uint8Array(PAGE_SIZE));
    return this.append(page);
  }

  finish(firstPage: Uint8Array): void {
    this.flush();
    writeSync(this.handle, firstPage, 0, PAGE_SIZE, 0);
    this.close();
  }

  close(): void {
    closeSync(this.handle);
  }

  private append(page: Uint8Array): number {
    if (this.pendingPages === BUFFERED_PAGES) this.flush();
    this.buffer.set(page, this.pendingPages++ * PAGE_SIZE);
    return ++this.count;
  }

  private flush(): void {
    const end = this.pendingPages * PAGE_SIZE;
    const start = (this.count - this.pendingPages) * PAGE_SIZE;
    for (let written = 0; written < end; )
      written += writeSync(this.handle, this.buffer, written, end - written, start + written);
    this.pendingPages = 0;
  }
}
