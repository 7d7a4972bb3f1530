import { closeSync, openSync, writeSync } from 'node:fs';

export const PAGE = 1 << 15;
const BUFFERED = 32;
/** SQLite keeps the page that holds this byte for its locks. */
const LOCK_PAGE = 2 ** 30 / PAGE + 1;

/** The pages of a database file, from the second on, each written once; the first comes last. */
export class PageFile {
  /** Pages so far, the first counted. */
  count = 1;
  private readonly handle: number;
  private readonly buffer = new Uint8Array(BUFFERED * PAGE);
  private waiting = 0;

  constructor(path: string) {
    this.handle = openSync(path, 'w');
  }

  /** Returns the number of the page. */
  write(page: Uint8Array): number {
    if (this.count + 1 === LOCK_PAGE) this.put(new Uint8Array(PAGE));
    return this.put(page);
  }

  finish(first: Uint8Array): void {
    this.flush();
    writeSync(this.handle, first, 0, PAGE, 0);
    this.close();
  }

  close(): void {
    closeSync(this.handle);
  }

  private put(page: Uint8Array): number {
    if (this.waiting === BUFFERED) this.flush();
    this.buffer.set(page, this.waiting++ * PAGE);
    return ++this.count;
  }

  private flush(): void {
    const end = this.waiting * PAGE;
    const start = (this.count - this.waiting) * PAGE;
    for (let done = 0; done < end; ) done += writeSync(this.handle, this.buffer, done, end - done, start + done);
    this.waiting = 0;
  }
}
