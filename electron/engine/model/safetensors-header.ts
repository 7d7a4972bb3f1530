import { z } from 'zod';

/** Bytes per number of each kind that the format defines. */
const BYTES = {
  BOOL: 1,
  U8: 1,
  I8: 1,
  F8_E4M3: 1,
  F8_E5M2: 1,
  I16: 2,
  U16: 2,
  F16: 2,
  BF16: 2,
  I32: 4,
  U32: 4,
  F32: 4,
  I64: 8,
  U64: 8,
  F64: 8,
} as const;
export type NumberKind = keyof typeof BYTES;

/** Maximum header size that the format allows, in bytes. */
export const MAX_HEADER_BYTES = 100_000_000;

/** Array listed in a header; `from` and `to` are byte offsets from the end of the header. */
export interface Entry {
  readonly name: string;
  readonly kind: NumberKind;
  readonly shape: number[];
  readonly from: number;
  readonly to: number;
}

const count = z.number().int().nonnegative();
const RawEntry = z.object({
  dtype: z.string(),
  shape: z.array(count),
  data_offsets: z.tuple([count, count]),
});
const Metadata = z.record(z.string(), z.string());

/**
 * Parses a safetensors header, after checking that the arrays fill the file's `size` bytes of data exactly, each with
 * the bytes its shape needs, without gaps or overlaps: memory allocated for them is then bounded by the file. Throws an
 * Error with the reason.
 */
export function parseHeader(bytes: Uint8Array, size: number): { entries: Entry[]; metadata: Record<string, string> } {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const header: unknown = JSON.parse(text);
  if (typeof header !== 'object' || header === null || Array.isArray(header))
    throw new Error('its header is not an object');
  const headerEntries = Object.entries(header);
  const entries = headerEntries
    .filter(([name]) => name !== '__metadata__')
    .map(([name, entry]) => parseEntry(name, entry));
  checkLayout(entries, size);
  const metadata = Metadata.safeParse(headerEntries.find(([name]) => name === '__metadata__')?.[1] ?? {});
  if (!metadata.success) throw new Error('its metadata are not strings');
  return { entries, metadata: metadata.data };
}

function parseEntry(name: string, raw: unknown): Entry {
  const parsed = RawEntry.safeParse(raw);
  if (!parsed.success) throw new Error(`its entry for ${name} is malformed`);
  const { dtype, shape, data_offsets } = parsed.data;
  if (!isNumberKind(dtype)) throw new Error(`${name} has the unknown number type ${dtype}`);
  const [from, to] = data_offsets;
  // A product too large for exact arithmetic is larger than any file.
  const needed = shape.reduce((product, n) => product * n, BYTES[dtype]);
  if (to - from !== needed) throw new Error(`${name} has ${to - from} bytes, but its shape needs ${needed}`);
  return { name, kind: dtype, shape, from, to };
}

function isNumberKind(text: string): text is NumberKind {
  return Object.hasOwn(BYTES, text);
}

function checkLayout(entries: readonly Entry[], size: number): void {
  let end = 0;
  for (const { name, from, to } of entries.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from !== end) throw new Error(`${name} begins at byte ${from} of the data instead of ${end}`);
    end = to;
  }
  if (end !== size) throw new Error(`its arrays take ${end} bytes, but it has ${size}`);
}
