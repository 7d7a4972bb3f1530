import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { damagedFile } from '../file-errors.ts';
import type { OpenContext } from '../open-context.ts';
import type { Budget } from './budget.ts';
import { type CopyResult, copyStream, PIECE_BYTES } from './copy-stream.ts';

/** A compressed file. */
interface CompressedFile {
  readonly path: string;
  readonly bytes: number;
  readonly kind: 'gzip' | 'zstd';
}

/** Decompresses a file of one or more frames to `copy`. Throws FILE_DAMAGED, ARCHIVE_BOMB and DISK_FULL. */
export async function inflate(
  compressed: CompressedFile,
  copy: string,
  budget: Budget,
  context: OpenContext,
): Promise<CopyResult> {
  try {
    return compressed.kind === 'gzip'
      ? await inflatePart(compressed, 0, copy, budget, context)
      : await inflateFrames(compressed, copy, budget, context);
  } catch (error) {
    if (isZlibError(error))
      throw damagedFile(context.file, { variant: 'inflate', systemMessage: error.message }, error);
    throw error;
  }
}

/** Node's decompressor stops after the first frame of a zstd file; parallel compressors write several. */
async function inflateFrames(
  compressed: CompressedFile,
  copy: string,
  budget: Budget,
  context: OpenContext,
): Promise<CopyResult> {
  let bytes = 0;
  for (let at = 0; at < compressed.bytes; ) {
    const frame = await inflatePart(compressed, at, copy, budget, context, bytes);
    bytes += frame.bytes;
    if (frame.truncated) return { bytes, truncated: true };
    at += frame.bytesRead;
    if (frame.bytesRead === 0) break;
  }
  return { bytes, truncated: false };
}

async function inflatePart(
  { path, kind, bytes }: CompressedFile,
  start: number,
  copy: string,
  budget: Budget,
  context: OpenContext,
  bytesBefore = 0,
): Promise<CopyResult & { bytesRead: number }> {
  const source = createReadStream(path, { start, highWaterMark: 1 << 18 });
  const options = { chunkSize: PIECE_BYTES };
  const decompressor = kind === 'gzip' ? createGunzip(options) : createZstdDecompress(options);
  const limit = context.limit === null ? null : Math.max(0, context.limit - bytesBefore);
  const copied = await copyStream(
    pipeline(source, decompressor, () => {}),
    copy,
    limit,
    bytesBefore > 0,
    (chunk) => {
      budget.spend(chunk.length);
      context.onProgress(start + decompressor.bytesWritten, bytes);
    },
  );
  return { ...copied, bytesRead: decompressor.bytesWritten };
}

export function isZlibError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^(Z_|ERR_ZLIB|ZSTD_)/.test(String(error.code));
}
