import type { IncomingMessage } from 'node:http';
import { createGunzip } from 'node:zlib';

/** Largest body of a request in bytes, decompressed; Segment's limit is 500 kB. */
const MAX_BYTES = 4 << 20;

/** A body that cannot be read, with the status and the code of the answer. */
export class BodyError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** Reads a JSON body, which may be compressed by gzip. Throws BodyError. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') throw new BodyError(415, 'ENCODING_UNKNOWN');
  const source = encoding === 'gzip' ? request.pipe(createGunzip()) : request;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > MAX_BYTES) throw new BodyError(413, 'BODY_TOO_LARGE');
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch (error) {
    throw error instanceof BodyError ? error : new BodyError(400, 'BODY_UNREADABLE');
  }
}
