import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { PortraitError } from '../../../shared/errors.ts';

/** A named array of floats, as files keep it. */
export interface NamedArray {
  readonly shape: number[];
  readonly data: Float32Array;
}

const Entry = z.object({
  dtype: z.literal('F32'),
  shape: z.array(z.number().int().nonnegative()),
  data_offsets: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
});
const Header = z.record(z.string(), z.unknown());
const Metadata = z.record(z.string(), z.string());

/**
 * Writes arrays in Hugging Face's safetensors format: eight bytes of header length, a JSON header, the bytes (little-endian).
 * The file appears whole or not at all.
 */
export function writeSafetensors(
  file: string,
  arrays: Record<string, NamedArray>,
  metadata: Record<string, string> = {},
): void {
  const header: Record<string, unknown> = { __metadata__: metadata };
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const [name, { shape, data }] of Object.entries(arrays)) {
    header[name] = { dtype: 'F32', shape, data_offsets: [offset, offset + data.byteLength] };
    parts.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    offset += data.byteLength;
  }
  const text = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([text, Buffer.alloc((8 - (text.length % 8)) % 8, ' ')]);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  writeFileSync(`${file}.part`, Buffer.concat([length, padded, ...parts]));
  renameSync(`${file}.part`, file);
}

/** Reads what `writeSafetensors` or another program wrote, 32-bit floats only. Throws MODEL_DAMAGED. */
export function readSafetensors(file: string): {
  arrays: Record<string, NamedArray>;
  metadata: Record<string, string>;
} {
  try {
    const bytes = readFileSync(file);
    const start = 8 + Number(bytes.readBigUInt64LE(0));
    const { __metadata__, ...entries } = Header.parse(JSON.parse(bytes.toString('utf8', 8, start)));
    const arrays: Record<string, NamedArray> = {};
    for (const [name, entry] of Object.entries(entries)) {
      const { shape, data_offsets } = Entry.parse(entry);
      const [from, to] = data_offsets;
      if (start + to > bytes.length) throw new Error(`${name} ends past the end of the file`);
      const values = shape.reduce((product, n) => product * n, 1);
      if (to - from !== 4 * values) throw new Error(`${name} has ${to - from} bytes for ${values} numbers`);
      arrays[name] = {
        shape,
        data: new Float32Array(bytes.buffer.slice(bytes.byteOffset + start + from, bytes.byteOffset + start + to)),
      };
    }
    return { arrays, metadata: Metadata.parse(__metadata__ ?? {}) };
  } catch (error) {
    throw new PortraitError(
      {
        code: 'MODEL_DAMAGED',
        message: `The weights in ${file} cannot be read: ${error instanceof Error ? error.message : error}`,
        hint: 'Train the run again, or restore its folder from a backup.',
        details: { file },
      },
      { cause: error },
    );
  }
}
