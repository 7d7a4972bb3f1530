import { closeSync, openSync, writeSync } from 'node:fs';

export const PAGE_SIZE = 1 << 15;
const BUFFERED_PAGES = 32;
/** SQLite keeps the page that holds this byte for its locks. */
const LOCK_PAGE = 2 ** 30 / PAGE_SIZE + 1;

/** The pages of a database file, from the second on, each written once; the first comes last. */
export class PageFile {
  /** Pages so far, the first counted. */
  count = 1;
  private readonly handle: number;
  private readonly buffer = new Uint8Array(BUFFERED_PAGES * PAGE_SIZE);
  private pendingPages = 0;

  constructor(path: string) {
    this.handle = openSync(path, 'w');
  }

  /** Returns the number of the page. */
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
