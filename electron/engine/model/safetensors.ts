import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PortraitError } from '../../../shared/errors.ts';
import { writeFileAtomic } from '../files/write-file-atomic.ts';
import { floatsOf, isFloat } from './floats.ts';
import { MAX_HEADER_BYTES, parseHeader } from './safetensors-header.ts';

/** Maximum number of bytes per read call. */
const MAX_READ_BYTES = 2 ** 30;

/** Named array of floats, as stored in files. */
export interface NamedArray {
  readonly shape: number[];
  readonly data: Float32Array;
}

/**
 * Writes arrays in Hugging Face's safetensors format: eight bytes of header length, a JSON header, the data
 * (little-endian). The write is atomic.
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
  writeFileAtomic(file, [length, padded, ...Object.values(arrays).map(bytesOf)]);
}

/**
 * Reads a file written by `writeSafetensors` or by another program; converts 16- and 64-bit floats to 32 bits, and
 * skips arrays of other number kinds and those that `includes` rejects. Validates the file before using any of its
 * contents. Throws MODEL_DAMAGED.
 */
export function readSafetensors(
  file: string,
  includes: (name: string) => boolean = () => true,
): { arrays: Record<string, NamedArray>; metadata: Record<string, string> } {
  let openDescriptor: number | undefined;
  try {
    const descriptor = openSync(file, 'r');
    openDescriptor = descriptor;
    const { size } = fstatSync(descriptor);
    if (size < 8) throw new Error('it is too short');
    const length = Buffer.from(readRange(descriptor, 0, 8)).readBigUInt64LE(0);
    if (length > Math.min(size - 8, MAX_HEADER_BYTES)) throw new Error(`it claims a header of ${length} bytes`);
    const start = 8 + Number(length);
    const { entries, metadata } = parseHeader(new Uint8Array(readRange(descriptor, 8, start)), size - start);
    // Entries instead of assignments: a name such as __proto__ is then an ordinary name.
    const arrays = entries.flatMap(({ name, kind, shape, from, to }): [string, NamedArray][] => {
      if (!isFloat(kind) || !includes(name)) return [];
      return [[name, { shape, data: floatsOf(kind, readRange(descriptor, start + from, start + to)) }]];
    });
    return { arrays: Object.fromEntries(arrays), metadata };
  } catch (error) {
    throw new PortraitError(
      {
        code: 'MODEL_DAMAGED',
        message: `The weights in ${file} cannot be read: ${error instanceof Error ? error.message : error}`,
        hint: 'Download the file again, or, if it belongs to a run, train again.',
        details: { file },
      },
      { cause: error },
    );
  } finally {
    if (openDescriptor !== undefined) closeSync(openDescriptor);
  }
}

function bytesOf({ data }: NamedArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function readRange(descriptor: number, from: number, to: number): ArrayBuffer {
  const bytes = new Uint8Array(to - from);
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(descriptor, bytes, done, Math.min(bytes.length - done, MAX_READ_BYTES), from + done);
    if (read === 0) throw new Error('it is truncated');
    done += read;
  }
  return bytes.buffer;
}
