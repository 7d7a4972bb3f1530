import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { damaged } from '../file-errors.ts';
import type { Opening } from '../open-context.ts';
import type { Budget } from './budget.ts';
import { type Copied, copyStream } from './copy-stream.ts';

/** A compressed file. */
interface Packed {
  readonly path: string;
  readonly bytes: number;
  readonly kind: 'gzip' | 'zstd';
}

/** Unpacks a compressed file of one or more parts to `copy`. Throws FILE_DAMAGED, ARCHIVE_BOMB and DISK_FULL. */
export async function inflate(packed: Packed, copy: string, budget: Budget, opening: Opening): Promise<Copied> {
  try {
    return packed.kind === 'gzip'
      ? await part(packed, 0, copy, budget, opening)
      : await frames(packed, copy, budget, opening);
  } catch (error) {
    if (isOfZlib(error)) throw damaged(opening.file, `it cannot be unpacked to its end (${error.message})`, error);
    throw error;
  }
}

/** Node's decompressor stops behind the first frame of a zstd file; tools that work in parallel write many. */
async function frames(packed: Packed, copy: string, budget: Budget, opening: Opening): Promise<Copied> {
  let bytes = 0;
  for (let at = 0; at < packed.bytes; ) {
    const one = await part(packed, at, copy, budget, opening, bytes);
    bytes += one.bytes;
    if (one.truncated) return { bytes, truncated: true };
    at += one.taken;
    if (one.taken === 0) break;
  }
  return { bytes, truncated: false };
}

async function part(
  { path, kind, bytes }: Packed,
  start: number,
  copy: string,
  budget: Budget,
  opening: Opening,
  already = 0,
): Promise<Copied & { taken: number }> {
  const source = createReadStream(path, { start, highWaterMark: 1 << 18 });
  const unpacker = kind === 'gzip' ? createGunzip() : createZstdDecompress();
  const limit = opening.limit === null ? null : Math.max(0, opening.limit - already);
  const copied = await copyStream(
    pipeline(source, unpacker, () => {}),
    copy,
    limit,
    already > 0,
    (piece) => {
      budget.take(piece.length);
      opening.step(start + unpacker.bytesWritten, bytes);
    },
  );
  return { ...copied, taken: unpacker.bytesWritten };
}

export function isOfZlib(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^(Z_|ERR_ZLIB|ZSTD_)/.test(String(error.code));
}
