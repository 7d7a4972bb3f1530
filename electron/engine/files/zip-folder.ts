import { closeSync, fstatSync, openSync, readdirSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { PortraitError } from '../../../shared/errors.ts';
import { writeAll } from './write-all.ts';

const CHUNK = 1 << 20;
/** Largest size without the ZIP64 format, which is not implemented. */
const MAX_SIZE = 0xffff_ffff;
const UTF8_NAMES = 0x800;

/**
 * Packs the files of a folder, without subfolders, into an uncompressed zip archive, since weights hardly compress.
 * Throws ARCHIVE_TOO_LARGE above 4 GiB.
 */
export function zipFolder(folder: string, archive: string): void {
  const out = openSync(archive, 'wx');
  try {
    const directory: Buffer[] = [];
    let offset = 0;
    for (const name of readdirSync(folder).sort()) {
      const { commonHeader, size } = addFile(out, offset, join(folder, name), name);
      directory.push(
        Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
        commonHeader,
        directoryEntryTail(offset),
        Buffer.from(name),
      );
      offset += 4 + commonHeader.length + Buffer.byteLength(name) + size;
      if (offset > MAX_SIZE) throw tooLarge(archive);
    }
    const central = Buffer.concat(directory);
    writeAll(out, Buffer.concat([central, endOfDirectory(readdirSync(folder).length, central.length, offset)]));
  } finally {
    closeSync(out);
  }
}

/** Appends a file with its local header, which is written last because it contains the checksum. */
function addFile(out: number, offset: number, path: string, name: string): { commonHeader: Buffer; size: number } {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > MAX_SIZE) throw tooLarge(path);
    const bytes = Buffer.from(name);
    const placeholder = Buffer.alloc(4 + 26 + bytes.length);
    writeAll(out, placeholder);
    const chunk = Buffer.alloc(CHUNK);
    let checksum = 0;
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      const part = chunk.subarray(0, read);
      checksum = crc32(part, checksum);
      writeAll(out, part);
    }
    const commonHeader = commonHeaderOf(checksum, size, bytes.length);
    writeSync(
      out,
      Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), commonHeader, bytes]),
      0,
      placeholder.length,
      offset,
    );
    return { commonHeader, size };
  } finally {
    closeSync(file);
  }
}

/** Fields common to the local file header and the central directory entry. */
function commonHeaderOf(checksum: number, size: number, name: number): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(UTF8_NAMES, 2);
  // Method 0 (stored) and the earliest date of the format, so that the same folder always gives the same archive.
  header.writeUInt32LE(0x0021_0000, 6);
  header.writeUInt32LE(checksum, 10);
  header.writeUInt32LE(size, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt16LE(name, 22);
  return header;
}

function directoryEntryTail(offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return tail;
}

function endOfDirectory(files: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write('PK\x05\x06', 'latin1');
  record.writeUInt16LE(files, 8);
  record.writeUInt16LE(files, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}

function tooLarge(file: string): PortraitError {
  return new PortraitError({
    code: 'ARCHIVE_TOO_LARGE',
    message: `${file} would exceed 4 GiB, the limit of a zip archive.`,
    hint: 'Export the checkpoint in the desktop application, which writes a folder without this limit.',
    details: { file },
  });
}
