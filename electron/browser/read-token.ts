import type { Readable } from 'node:stream';
import { z } from 'zod';

const MAX_BYTES = 4096;
/** Milliseconds within which the body must arrive. */
const TIME_LIMIT = 10_000;
const Exchange = z.object({ token: z.string() });

/**
 * Returns the token in a request's JSON body, or null if the body has any other content. Closes the connection and
 * throws if the body has not arrived after ten seconds.
 */
export async function readToken(request: Readable): Promise<string | null> {
  const timer = setTimeout(() => request.destroy(new Error('the body is late')), TIME_LIMIT);
  try {
    return parseToken(await readStart(request));
  } finally {
    clearTimeout(timer);
  }
}

/** Reads a body; returns an empty string for one that is longer than any with a token. */
async function readStart(request: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BYTES) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parseToken(body: string): string | null {
  try {
    return Exchange.parse(JSON.parse(body)).token;
  } catch {
    return null;
  }
}
