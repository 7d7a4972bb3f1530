import { isUtf8 } from 'node:buffer';
import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { PortraitError } from '../../../../../shared/errors.ts';
import { archiveBomb, damagedFile, encryptedFile } from '../file-errors.ts';
import type { OpenContext } from '../open-context.ts';
import type { Budget } from './budget.ts';
import { type CopyResult, copyStream, PIECE_BYTES } from './copy-stream.ts';
import { isZlibError } from './inflate.ts';

const MAX_ENTRIES = 100_000;
const STORED = 0;
const DEFLATED = 8;
const ZSTD = 93;

/** A file inside a zip archive. Its name is for display and must never be used as a path. */
export interface ZipEntry {
  readonly name: string;
  readonly entry: Entry;
}

/** An open zip archive. */
export interface Zip {
  readonly zip: ZipFile;
  readonly entries: readonly ZipEntry[];
  readonly file: string;
}

/** Opens an archive while `work` runs. Throws FILE_DAMAGED and ARCHIVE_BOMB. */
export async function withZip<T>(path: string, file: string, work: (zip: Zip) => Promise<T>): Promise<T> {
  let zip: ZipFile | null = null;
  try {
    zip = await openPromise(path, { decodeStrings: false, autoClose: false });
    return await work({ zip, entries: await listEntries(zip, file), file });
  } catch (error) {
    if (error instanceof PortraitError || !(error instanceof Error) || isSystemError(error)) throw error;
    const systemMessage = error.message.replace(/\.$/, '').toLowerCase();
    throw damagedFile(file, { variant: 'structure', systemMessage }, error);
  } finally {
    zip?.close();
  }
}

/** Whether an error comes from the file system rather than from the archive. */
const isSystemError = (error: Error) => 'syscall' in error;

async function listEntries(zip: ZipFile, file: string): Promise<ZipEntry[]> {
  if (zip.entryCount > MAX_ENTRIES) throw archiveBomb(file, 'entries', MAX_ENTRIES);
  const entries: ZipEntry[] = [];
  const usedNames = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const base = entryName(entry);
    let name = base;
    for (let n = 2; usedNames.has(name); n++) name = `${base} (${n})`;
    usedNames.add(name);
    entries.push({ name, entry });
  }
  return entries;
}

/**
 * Decodes an entry's name as UTF-8 if its flag says so or the bytes are valid UTF-8; otherwise as GB 18030, as written
 * by Chinese Windows.
 */
function entryName({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const isUnicode = (generalPurposeBitFlag & 0x800) !== 0 || isUtf8(fileNameRaw);
  return new TextDecoder(isUnicode ? 'utf-8' : 'gb18030').decode(fileNameRaw).replaceAll('\\', '/');
}

/** Opens a stream of an entry's decompressed bytes. Throws FILE_ENCRYPTED and FILE_DAMAGED. */
export async function openEntry({ zip, file }: Zip, { name, entry }: ZipEntry): Promise<Readable> {
  if (entry.isEncrypted()) throw encryptedFile(file, name);
  const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const decompressor =
    entry.compressionMethod === DEFLATED
      ? createInflateRaw({ chunkSize: PIECE_BYTES })
      : entry.compressionMethod === ZSTD
        ? createZstdDecompress({ chunkSize: PIECE_BYTES })
        : null;
  if (decompressor === null) {
    if (entry.compressionMethod === STORED) return raw;
    raw.destroy();
    throw damagedFile(file, { variant: 'compression', part: name, method: entry.compressionMethod });
  }
  return pipeline(raw, decompressor, () => {});
}

/** Unpacks an entry to `copy`. Throws FILE_ENCRYPTED, FILE_DAMAGED, ARCHIVE_BOMB and DISK_FULL. */
export async function unpackEntry(
  zip: Zip,
  zipEntry: ZipEntry,
  copy: string,
  budget: Budget,
  context: OpenContext,
  limit: number | null,
): Promise<CopyResult> {
  const { entry, name } = zipEntry;
  try {
    let checksum = 0;
    let unpackedBytes = 0;
    const copied = await copyStream(await openEntry(zip, zipEntry), copy, limit, false, (chunk) => {
      budget.spend(chunk.length);
      checksum = crc32(chunk, checksum);
      unpackedBytes += chunk.length;
      context.onProgress(Math.min(unpackedBytes, entry.uncompressedSize), entry.uncompressedSize);
    });
    if (!copied.truncated && checksum !== entry.crc32) throw damagedFile(zip.file, { variant: 'checksum', part: name });
    return copied;
  } catch (error) {
    if (isZlibError(error))
      throw damagedFile(zip.file, { variant: 'inflate-part', part: name, systemMessage: error.message }, error);
    throw error;
  }
}
