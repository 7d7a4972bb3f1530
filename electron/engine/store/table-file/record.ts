export type Value = number | string | null;

/** Offset of the record's body in the buffer; the header before it has room for the types and lengths of 25 columns. */
const BODY_START = 128;
const MAX_COLUMNS = 25;
/** SQLite allocates at least four bytes per row in a page. */
const MIN_COLUMNS = 2;

const encoder = new TextEncoder();
const doubles = new DataView(new ArrayBuffer(8));

/**
 * A row in SQLite's record format: the type of each column, followed by the values. Integers use as few bytes as
 * possible, also in REAL columns, as in SQLite itself. Trailing NULLs are omitted, as they are implied.
 */
export class Record {
  /** Length of the record in bytes. */
  length = 0;
  private bytes = new Uint8Array(4096);
  private headerEnd = 0;
  private bodyEnd = 0;

  /** Encodes a row of at most 25 values. */
  encode(values: readonly Value[]): void {
    let count = values.length;
    if (count > MAX_COLUMNS) throw new Error(`a record of ${count} columns`);
    while (count > 0 && values[count - 1] === null) count--;
    count = Math.max(count, MIN_COLUMNS);
    this.headerEnd = 1;
    this.bodyEnd = BODY_START;
    for (let column = 0; column < count; column++) {
      const value = values[column] ?? null;
      if (value === null) this.bytes[this.headerEnd++] = 0;
      else if (typeof value === 'string') this.encodeText(value);
      else if (Number.isSafeInteger(value)) this.bytes[this.headerEnd++] = this.encodeInteger(value);
      else this.encodeReal(value);
    }
    this.bytes[0] = this.headerEnd;
    this.length = this.headerEnd + this.bodyEnd - BODY_START;
  }

  /** Copies the bytes from `start` to `end` of the record. */
  copyTo(target: Uint8Array, at: number, start: number, end: number): void {
    const { bytes, headerEnd } = this;
    const gap = BODY_START - headerEnd;
    let position = at;
    for (let i = start; i < end && i < headerEnd; i++) target[position++] = bytes[i]!;
    const from = Math.max(start, headerEnd) + gap;
    const to = end + gap;
    if (to - from > 64) target.set(bytes.subarray(from, to), position);
    else for (let i = from; i < to; i++) target[position++] = bytes[i]!;
  }

  /** Appends an integer to the body; returns its serial type. */
  private encodeInteger(value: number): number {
    if (value === 0) return 8;
    if (value === 1) return 9;
    const size = value < 0 ? -value - 1 : value;
    if (size < 0x80) return this.putBigEndian(value, 1, 1);
    if (size < 0x8000) return this.putBigEndian(value, 2, 2);
    if (size < 0x80_0000) return this.putBigEndian(value, 3, 3);
    if (size < 0x8000_0000) return this.putBigEndian(value, 4, 4);
    const high = Math.floor(value / 2 ** 32);
    const isShort = size < 2 ** 47;
    this.putBigEndian(high, isShort ? 2 : 4, 0);
    return this.putBigEndian(value, 4, isShort ? 5 : 6);
  }

  /** Appends the low `size` bytes of a number, big-endian; returns `type`. */
  private putBigEndian(value: number, size: number, type: number): number {
    for (let shift = 8 * (size - 1); shift >= 0; shift -= 8) this.bytes[this.bodyEnd++] = value >>> shift;
    return type;
  }

  private encodeReal(value: number): void {
    doubles.setFloat64(0, value);
    for (let i = 0; i < 8; i++) this.bytes[this.bodyEnd++] = doubles.getUint8(i);
    this.bytes[this.headerEnd++] = 7;
  }

  private encodeText(value: string): void {
    if (this.bodyEnd + 3 * value.length + 256 > this.bytes.length) {
      const larger = new Uint8Array(2 * (this.bodyEnd + 3 * value.length + 256));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    const { written } = encoder.encodeInto(value, this.bytes.subarray(this.bodyEnd));
    this.bodyEnd += written;
    this.headerEnd += putVarint(this.bytes, this.headerEnd, 13 + 2 * written);
  }
}

/**
 * Writes a varint: seven bits per byte, most significant first, with a continuation bit on all but the last byte;
 * returns the number of bytes. For values below 2³¹.
 */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
  const size = varintSize(value);
  for (let i = 0; i < size; i++) {
    const isLast = i === size - 1;
    bytes[at + i] = ((value >>> (7 * (size - 1 - i))) & 0x7f) | (isLast ? 0 : 0x80);
  }
  return size;
}

export function varintSize(value: number): number {
  let size = 1;
  for (let remaining = value >>> 7; remaining > 0; remaining >>>= 7) size++;
  return size;
}
