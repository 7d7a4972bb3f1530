/** Reads the numbers of one row into `values`: one per requested column, NaN for NULL and for texts. */
type Visit = (values: Float64Array) => void;

const INTERIOR = 2;
const LEAF = 10;
/** Offset of the database header in the first page, before the page's own. */
const DATABASE_HEADER = 100;
/** Length in bytes of a value, by its serial type. */
const LENGTHS = Uint8Array.of(0, 1, 2, 3, 4, 6, 8, 8, 0, 0);
const FIRST_TEXT = 12;

/**
 * Reads a WITHOUT ROWID table from the image of a database (https://sqlite.org/fileformat2.html), about ten times as fast
 * as a statement: calls `visit` for each row in the order of the primary key, with the same array each time. Only the
 * columns up to the last of `columns`, the positions of numeric ones in a record, are looked at; they must lie in the
 * part of a record that is never on overflow pages, as a dozen numbers do. Throws RangeError if the image is no such table.
 */
export function readTable(image: Uint8Array, rootPage: number, columns: readonly number[], visit: Visit): void {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const declaredSize = view.getUint16(16);
  const pageSize = declaredSize === 1 ? 1 << 16 : declaredSize;
  const readRecord = recordReader(image, view, columns);
  const visitPage = (page: number): void => {
    const start = (page - 1) * pageSize;
    const header = page === 1 ? start + DATABASE_HEADER : start;
    const type = image[header];
    if (type !== LEAF && type !== INTERIOR) throw new RangeError(`page ${page} is not of a table`);
    const isInterior = type === INTERIOR;
    const pointers = header + (isInterior ? 12 : 8);
    const cells = view.getUint16(header + 3);
    for (let i = 0; i < cells; i++) {
      let at = start + view.getUint16(pointers + 2 * i);
      if (isInterior) {
        visitPage(view.getUint32(at));
        at += 4;
      }
      while (image[at++]! >= 0x80); // The length of the record.
      visit(readRecord(at));
    }
    if (isInterior) visitPage(view.getUint32(header + 8));
  };
  visitPage(rootPage);
}

/** Returns a function that reads the record at an offset. */
function recordReader(image: Uint8Array, view: DataView, columns: readonly number[]): (at: number) => Float64Array {
  const values = new Float64Array(columns.length);
  const last = Math.max(...columns);
  /** Index in `values` of each column; −1 for one that is not requested. */
  const targets = Int32Array.from({ length: last + 1 }, (_, column) => columns.indexOf(column));
  return (record) => {
    values.fill(Number.NaN);
    let at = record;
    let headerLength = image[at++]!;
    if (headerLength >= 0x80) headerLength = ((headerLength & 0x7f) << 7) | image[at++]!;
    const headerEnd = record + headerLength;
    let body = headerEnd;
    for (let column = 0; column <= last && at < headerEnd; column++) {
      let type = image[at++]!;
      if (type >= 0x80) {
        type &= 0x7f;
        for (let byte = 0x80; byte >= 0x80; ) {
          byte = image[at++]!;
          type = type * 128 + (byte & 0x7f);
        }
      }
      const target = targets[column]!;
      if (type >= FIRST_TEXT) body += Math.floor((type - FIRST_TEXT) / 2);
      else {
        if (target !== -1 && type !== 0) values[target] = numberAt(image, view, body, type);
        body += LENGTHS[type]!;
      }
    }
    return values;
  };
}

/** Reads a number of a serial type from 1 to 9. */
function numberAt(image: Uint8Array, view: DataView, at: number, type: number): number {
  switch (type) {
    case 1:
      return (image[at]! << 24) >> 24;
    case 2:
      return ((image[at]! << 24) >> 16) | image[at + 1]!;
    case 3:
      return ((image[at]! << 24) >> 8) | (image[at + 1]! << 8) | image[at + 2]!;
    case 4:
      return view.getInt32(at);
    case 5:
      return view.getInt16(at) * 2 ** 32 + view.getUint32(at + 2);
    case 6:
      return view.getInt32(at) * 2 ** 32 + view.getUint32(at + 4);
    case 7:
      return view.getFloat64(at);
    default:
      return type - 8;
  }
}
