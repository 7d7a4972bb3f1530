import { closeSync, fstatSync, openSync, readdirSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { PortraitError } from '../../../shared/errors.ts';
import { writeAll } from './export-file.ts';

const CHUNK = 1 << 20;
/** Beyond it a zip archive needs the 64-bit form, which is not written here. */
const LARGEST = 0xffff_ffff;
const UTF8_NAMES = 0x800;

/**
 * Packs a folder's files, none deeper, into a zip archive, stored as they are: weights hardly get smaller. Throws
 * ARCHIVE_TOO_LARGE at 4 GiB.
 */
export function zipFolder(folder: string, archive: string): void {
  const out = openSync(archive, 'wx');
  try {
    const directory: Buffer[] = [];
    let offset = 0;
    for (const name of readdirSync(folder).sort()) {
      const { head, size } = addFile(out, offset, join(folder, name), name);
      directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, placeOf(offset), Buffer.from(name));
      offset += 4 + head.length + Buffer.byteLength(name) + size;
      if (offset > LARGEST) throw tooLarge(archive);
    }
    const central = Buffer.concat(directory);
    writeAll(out, Buffer.concat([central, endOf(readdirSync(folder).length, central.length, offset)]));
  } finally {
    closeSync(out);
  }
}

/** A file with its header, whose checksum is known once all of it has been read. */
function addFile(out: number, offset: number, path: string, name: string): { head: Buffer; size: number } {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > LARGEST) throw tooLarge(path);
    const bytes = Buffer.from(name);
    const blank = Buffer.alloc(4 + 26 + bytes.length);
    writeAll(out, blank);
    const chunk = Buffer.alloc(CHUNK);
    let sum = 0;
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      const part = chunk.subarray(0, read);
      sum = crc32(part, sum);
      writeAll(out, part);
    }
    const head = headOf(sum, size, bytes.length);
    writeSync(out, Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, bytes]), 0, blank.length, offset);
    return { head, size };
  } finally {
    closeSync(file);
  }
}

/** What the header beside the file and the entry of the directory have in common. */
function headOf(sum: number, size: number, name: number): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(UTF8_NAMES, 2);
  // No method (stored) and the first day that the format knows: the same folder gives the same archive.
  head.writeUInt32LE(0x0021_0000, 6);
  head.writeUInt32LE(sum, 10);
  head.writeUInt32LE(size, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(name, 22);
  return head;
}

function placeOf(offset: number): Buffer {
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  return place;
}

function endOf(files: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files, 8);
  end.writeUInt16LE(files, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function tooLarge(file: string): PortraitError {
  return new PortraitError({
    code: 'ARCHIVE_TOO_LARGE',
    message: `${file} would be larger than the 4 GiB that a zip archive holds.`,
    hint: 'Save the model as a folder with "portrait model save".',
    details: { file },
  });
}
