import { closeSync, openSync, readSync } from 'node:fs';
import { type UnsupportedFormat, unsupportedFormat } from './unsupported-format.ts';

/** Type of a file, by its first bytes. A workbook is also a zip file and is recognised by its contents. */
export type FileType = 'text' | 'gzip' | 'zstd' | 'zip' | 'parquet';

const KINDS: readonly (readonly [kind: FileType, bytes: readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['zip', [0x50, 0x4b, 3, 4]],
  ['zip', [0x50, 0x4b, 5, 6]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
];

/** Signatures of well-known formats that are not supported. */
const UNSUPPORTED: readonly (readonly [bytes: readonly number[], format: UnsupportedFormat, at?: number])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'xls'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], 'sqlite'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z'],
  [[0x52, 0x61, 0x72, 0x21], 'rar'],
  [[0x42, 0x5a, 0x68, 0x39], 'bzip2'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'xz'],
  [[0x75, 0x73, 0x74, 0x61, 0x72], 'tar', 257],
  [[0x4f, 0x62, 0x6a, 1], 'avro'],
  [[0x4f, 0x52, 0x43], 'orc'],
  [[0x41, 0x52, 0x52, 0x4f, 0x57, 0x31], 'arrow'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
];

/**
 * Detects the type of a file from its first bytes; `name` is used in error messages. Throws FILE_BINARY for unsupported
 * formats.
 */
export function detectFileType(path: string, name: string): FileType {
  const fileStart = readFileStart(path);
  const hasBytes = (bytes: readonly number[], at = 0) => bytes.every((byte, i) => fileStart[at + i] === byte);
  const unsupported = UNSUPPORTED.find(([bytes, , at]) => hasBytes(bytes, at));
  if (unsupported) throw unsupportedFormat(name, unsupported[1]);
  return KINDS.find(([, bytes]) => hasBytes(bytes))?.[0] ?? 'text';
}

function readFileStart(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(512);
    return buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(handle);
  }
}
