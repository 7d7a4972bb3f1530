import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { PortraitError } from '../../../shared/errors.ts';
import { floatsOf, isFloat } from './floats.ts';
import { LONGEST_HEADER, parseHeader } from './safetensors-header.ts';

/** Bytes that one call of the system reads at most. */
const MOST_AT_ONCE = 2 ** 30;

/** A named array of floats, as files keep it. */
export interface NamedArray {
  readonly shape: number[];
  readonly data: Float32Array;
}

/**
 * Writes arrays in Hugging Face's safetensors format: eight bytes of header length, a JSON header, the bytes (little-endian).
 * The file appears whole or not at all.
 */
export function writeSafetensors(
  file: string,
  arrays: Record<string, NamedArray>,
  metadata: Record<string, string> = {},
): void {
  let offset = 0;
  const entries = Object.entries(arrays).map(([name, { shape, data }]) => {
    const data_offsets = [offset, offset + data.byteLength];
    offset += data.byteLength;
    return [name, { dtype: 'F32', shape, data_offsets }];
  });
  const text = Buffer.from(JSON.stringify(Object.fromEntries([['__metadata__', metadata], ...entries])));
  const padded = Buffer.concat([text, Buffer.alloc((8 - (text.length % 8)) % 8, ' ')]);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  const part = openSync(`${file}.part`, 'w');
  try {
    for (const bytes of [length, padded, ...Object.values(arrays).map(bytesOf)]) writeWhole(part, bytes);
    fsyncSync(part);
  } finally {
    closeSync(part);
  }
  renameSync(`${file}.part`, file);
}

/**
 * Reads what `writeSafetensors` or another program wrote; 16- and 64-bit floats become 32-bit ones, and arrays of other
 * numbers are passed over, as are those not `wanted`. Nothing in the file is believed before it is checked. Throws
 * MODEL_DAMAGED.
 */
export function readSafetensors(
  file: string,
  wanted: (name: string) => boolean = () => true,
): { arrays: Record<string, NamedArray>; metadata: Record<string, string> } {
  let opened: number | undefined;
  try {
    const descriptor = openSync(file, 'r');
    opened = descriptor;
    const { size } = fstatSync(descriptor);
    if (size < 8) throw new Error('it is too short');
    const length = Buffer.from(readPart(descriptor, 0, 8)).readBigUInt64LE(0);
    if (length > Math.min(size - 8, LONGEST_HEADER)) throw new Error(`it claims a header of ${length} bytes`);
    const start = 8 + Number(length);
    const { entries, metadata } = parseHeader(new Uint8Array(readPart(descriptor, 8, start)), size - start);
    // Entries, not assignments: a name such as __proto__ is only a name.
    const arrays = entries.flatMap(({ name, kind, shape, from, to }): [string, NamedArray][] => {
      if (!isFloat(kind) || !wanted(name)) return [];
      return [[name, { shape, data: floatsOf(kind, readPart(descriptor, start + from, start + to)) }]];
    });
    return { arrays: Object.fromEntries(arrays), metadata };
  } catch (error) {
    throw new PortraitError(
      {
        code: 'MODEL_DAMAGED',
        message: `The weights in ${file} cannot be read: ${error instanceof Error ? error.message : error}`,
        hint: 'Fetch the file again from where it came from, or, where it is a run’s, train the run again.',
        details: { file },
      },
      { cause: error },
    );
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

function bytesOf({ data }: NamedArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

function readPart(descriptor: number, from: number, to: number): ArrayBuffer {
  const bytes = new Uint8Array(to - from);
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(descriptor, bytes, done, Math.min(bytes.length - done, MOST_AT_ONCE), from + done);
    if (read === 0) throw new Error('it ends too early');
    done += read;
  }
  return bytes.buffer;
}
