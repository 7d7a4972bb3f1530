import { isUtf8 } from 'node:buffer';
import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { PortraitError } from '../../../../../shared/errors.ts';
import { bomb, damaged, encrypted } from '../file-errors.ts';
import type { Opening } from '../open-context.ts';
import type { Budget } from './budget.ts';
import { type Copied, copyStream } from './copy-stream.ts';
import { isOfZlib } from './inflate.ts';

const MAX_ENTRIES = 100_000;
const STORED = 0;
const DEFLATED = 8;
const ZSTD = 93;

/** A file inside a zip archive. Its name is for people and never a path. */
export interface Inner {
  readonly name: string;
  readonly entry: Entry;
}

/** An open zip archive. */
export interface Zip {
  readonly zip: ZipFile;
  readonly entries: readonly Inner[];
  readonly file: string;
}

/** Opens an archive for as long as `work` takes. Throws FILE_DAMAGED and ARCHIVE_BOMB. */
export async function withZip<T>(path: string, file: string, work: (zip: Zip) => Promise<T>): Promise<T> {
  let zip: ZipFile | null = null;
  try {
    zip = await openPromise(path, { decodeStrings: false, autoClose: false });
    return await work({ zip, entries: await listEntries(zip, file), file });
  } catch (error) {
    if (error instanceof PortraitError || !(error instanceof Error) || isOfSystem(error)) throw error;
    throw damaged(file, error.message.replace(/\.$/, '').toLowerCase(), error);
  } finally {
    zip?.close();
  }
}

/** Errors of the file system, which are not the archive's fault. */
const isOfSystem = (error: Error) => 'syscall' in error;

async function listEntries(zip: ZipFile, file: string): Promise<Inner[]> {
  if (zip.entryCount > MAX_ENTRIES) throw bomb(file, `holds more than ${MAX_ENTRIES.toLocaleString('en')} files`);
  const entries: Inner[] = [];
  const taken = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const base = nameOf(entry);
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base} (${n})`;
    taken.add(name);
    entries.push({ name, entry });
  }
  return entries;
}

/** Names are UTF-8 where the archive says so or they can be; else Windows in China wrote them. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const isUnicode = (generalPurposeBitFlag & 0x800) !== 0 || isUtf8(fileNameRaw);
  return new TextDecoder(isUnicode ? 'utf-8' : 'gb18030').decode(fileNameRaw).replaceAll('\\', '/');
}

/** The bytes of a file in an archive. Throws FILE_ENCRYPTED and FILE_DAMAGED. */
export async function openInner({ zip, file }: Zip, { name, entry }: Inner): Promise<Readable> {
  if (entry.isEncrypted()) throw encrypted(file, name);
  const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const unpacker =
    entry.compressionMethod === DEFLATED
      ? createInflateRaw()
      : entry.compressionMethod === ZSTD
        ? createZstdDecompress()
        : null;
  if (unpacker === null) {
    if (entry.compressionMethod === STORED) return raw;
    raw.destroy();
    throw damaged(file, `${name} is compressed in a way that is not known here (${entry.compressionMethod})`);
  }
  return pipeline(raw, unpacker, () => {});
}

/** Unpacks a file of an archive to `copy`. Throws FILE_ENCRYPTED, FILE_DAMAGED, ARCHIVE_BOMB and DISK_FULL. */
export async function unpackInner(
  zip: Zip,
  inner: Inner,
  copy: string,
  budget: Budget,
  opening: Opening,
  limit: number | null,
): Promise<Copied> {
  const { entry, name } = inner;
  try {
    let sum = 0;
    let done = 0;
    const copied = await copyStream(await openInner(zip, inner), copy, limit, false, (piece) => {
      budget.take(piece.length);
      sum = crc32(piece, sum);
      done += piece.length;
      opening.step(Math.min(done, entry.uncompressedSize), entry.uncompressedSize);
    });
    if (!copied.truncated && sum !== entry.crc32) throw damaged(zip.file, `the checksum of ${name} is wrong`);
    return copied;
  } catch (error) {
    if (isOfZlib(error)) throw damaged(zip.file, `${name} cannot be unpacked (${error.message})`, error);
    throw error;
  }
}
